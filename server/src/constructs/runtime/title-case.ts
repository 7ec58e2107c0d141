import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "titleCase",
  language: "go",
  source: `// titleCase writes the first letter of each word in upper case and the others in lower case.
func titleCase(text string) string {
	previous := ' '
	return strings.Map(func(r rune) rune {
		isInside := unicode.IsLetter(previous)
		previous = r
		if isInside {
			return unicode.ToLower(r)
		}
		return unicode.ToTitle(r)
	}, text)
}
`,
  imports: ["strings", "unicode"],
});
