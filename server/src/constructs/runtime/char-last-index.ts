import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "charLastIndex",
  language: "go",
  source: `// charLastIndex gives the place of the last part of a text, counted in characters, or -1.
func charLastIndex(text, part string) int {
	at := strings.LastIndex(text, part)
	if at < 0 {
		return -1
	}
	return utf8.RuneCountInString(text[:at])
}
`,
  imports: ["strings", "unicode/utf8"],
});
