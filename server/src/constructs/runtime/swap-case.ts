import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "swapCase",
  language: "go",
  source: `// swapCase writes letters in upper case in lower case, and the other way round.
func swapCase(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsUpper(r) {
			return unicode.ToLower(r)
		}
		return unicode.ToUpper(r)
	}, text)
}
`,
  imports: ["strings", "unicode"],
});
