import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "charIndex",
  language: "go",
  source: `// charIndex gives the place of the first part of a text, counted in characters, or -1.
func charIndex(text, part string) int {
	at := strings.Index(text, part)
	if at < 0 {
		return -1
	}
	return utf8.RuneCountInString(text[:at])
}
`,
  imports: ["strings", "unicode/utf8"],
});
