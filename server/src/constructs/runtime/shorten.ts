import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "shorten",
  language: "go",
  source: `// shorten keeps as many words as fit, and says with a placeholder that some are left out.
func shorten(text string, width int, placeholder string) string {
	words := strings.Fields(text)
	short := strings.Join(words, " ")
	for kept := len(words); utf8.RuneCountInString(short) > width && kept > 0; kept-- {
		short = strings.Join(words[:kept-1], " ") + placeholder
	}
	return strings.TrimLeft(short, " ")
}
`,
  imports: ["strings", "unicode/utf8"],
});
