import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "isLowerText",
  language: "go",
  source: `// isLowerText reports whether a text has letters in lower case and none in upper case.
func isLowerText(text string) bool {
	found := false
	for _, r := range text {
		if unicode.IsUpper(r) || unicode.IsTitle(r) {
			return false
		}
		found = found || unicode.IsLower(r)
	}
	return found
}
`,
  imports: ["unicode"],
});
