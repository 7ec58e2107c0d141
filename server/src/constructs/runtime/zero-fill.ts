import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "zeroFill",
  language: "go",
  source: `// zeroFill puts zeros before a number in text, behind its sign, up to a width.
func zeroFill(text string, width int) string {
	sign := ""
	if strings.HasPrefix(text, "-") || strings.HasPrefix(text, "+") {
		sign, text = text[:1], text[1:]
	}
	missing := width - len(sign) - utf8.RuneCountInString(text)
	return sign + strings.Repeat("0", max(missing, 0)) + text
}
`,
  imports: ["strings", "unicode/utf8"],
});
