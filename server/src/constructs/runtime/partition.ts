import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "partition",
  language: "go",
  source: `// partition gives what stands before the first separator, the separator, and what stands behind it.
func partition(text, separator string) [3]string {
	before, after, found := strings.Cut(text, separator)
	if !found {
		return [3]string{text, "", ""}
	}
	return [3]string{before, separator, after}
}
`,
  imports: ["strings"],
});
