import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "isIdentifier",
  language: "go",
  source: `// isIdentifier reports whether the text could be a name.
func isIdentifier(text string) bool {
	for i, r := range text {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return text != ""
}
`,
  imports: ["unicode"],
});
