import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "centerText",
  language: "go",
  source: `// centerText fills a text on both sides up to a width, as Python's str.center does.
func centerText(text string, width int, fill string) string {
	missing := max(width-utf8.RuneCountInString(text), 0)
	left := missing/2 + missing&width&1
	return strings.Repeat(fill, left) + text + strings.Repeat(fill, missing-left)
}
`,
  imports: ["strings", "unicode/utf8"],
});
