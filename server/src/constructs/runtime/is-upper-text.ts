import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "isUpperText",
  language: "go",
  source: `// isUpperText reports whether a text has letters in upper case and none in lower case.
func isUpperText(text string) bool {
	found := false
	for _, r := range text {
		if unicode.IsLower(r) || unicode.IsTitle(r) {
			return false
		}
		found = found || unicode.IsUpper(r)
	}
	return found
}
`,
  imports: ["unicode"],
});
