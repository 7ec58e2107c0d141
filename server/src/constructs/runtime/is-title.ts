import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "isTitle",
  language: "go",
  source: `// isTitle reports whether each word begins with a letter in upper case and goes on in lower case.
func isTitle(text string) bool {
	inside, found := false, false
	for _, r := range text {
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			if inside {
				return false
			}
			inside, found = true, true
		case unicode.IsLower(r):
			if !inside {
				return false
			}
		default:
			inside = false
		}
	}
	return found
}
`,
  imports: ["unicode"],
});
