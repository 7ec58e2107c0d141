import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "splitLines",
  language: "go",
  source: `// splitLines gives the lines of a text without their ends.
func splitLines(text string) []string {
	lines := []string{}
	for text != "" {
		at := strings.IndexAny(text, "\\n\\r\\v\\f\\x1c\\x1d\\x1e\\u0085\\u2028\\u2029")
		if at < 0 {
			return append(lines, text)
		}
		lines = append(lines, text[:at])
		_, size := utf8.DecodeRuneInString(text[at:])
		if strings.HasPrefix(text[at:], "\\r\\n") {
			size = 2
		}
		text = text[at+size:]
	}
	return lines
}
`,
  imports: ["strings", "unicode/utf8"],
});
