import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "partitionLast",
  language: "go",
  source: `// partitionLast gives what stands before the last separator, the separator, and what stands behind it.
func partitionLast(text, separator string) [3]string {
	at := strings.LastIndex(text, separator)
	if at < 0 {
		return [3]string{"", "", text}
	}
	return [3]string{text[:at], separator, text[at+len(separator):]}
}
`,
  imports: ["strings"],
});
