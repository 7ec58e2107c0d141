import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "padText",
  language: "go",
  source: `// padText fills a text up to a width: to the left (<), to the right (>) or on both sides (^).
func padText(text string, width int, align, fill string) string {
	missing := max(width-utf8.RuneCountInString(text), 0)
	before := 0
	switch align {
	case ">":
		before = missing
	case "^":
		before = missing / 2
	}
	return strings.Repeat(fill, before) + text + strings.Repeat(fill, missing-before)
}
`,
  imports: ["strings", "unicode/utf8"],
});
