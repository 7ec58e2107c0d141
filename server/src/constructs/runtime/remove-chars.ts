import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "removeChars",
  language: "go",
  source: `// removeChars leaves out all characters that are among those given.
func removeChars(text, chars string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(chars, r) {
			return -1
		}
		return r
	}, text)
}
`,
  imports: ["strings"],
});
