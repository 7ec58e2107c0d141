import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "findLast",
  language: "go",
  source: `// findLast gives the place of the last occurrence, counted in characters.
func findLast(text, part string) (int, error) {
	place := strings.LastIndex(text, part)
	if place < 0 {
		return 0, errors.New("substring not found")
	}
	return utf8.RuneCountInString(text[:place]), nil
}
`,
  imports: ["errors", "strings", "unicode/utf8"],
});
