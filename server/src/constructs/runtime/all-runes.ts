import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "allRunes",
  language: "go",
  source: `// allRunes reports whether a text is not empty and all its characters pass a test.
func allRunes(text string, test func(rune) bool) bool {
	for _, r := range text {
		if !test(r) {
			return false
		}
	}
	return text != ""
}
`,
});
