import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "wrapText",
  language: "go",
  source: `// wrapText breaks a text between words into lines of at most so many characters; longer words are cut.
func wrapText(text string, width int) []string {
	lines := []string{}
	line, length := "", 0
	for _, word := range strings.Fields(text) {
		for size := utf8.RuneCountInString(word); ; size = utf8.RuneCountInString(word) {
			if length > 0 && length+1+size <= width {
				line, length = line+" "+word, length+1+size
				break
			}
			if length > 0 && (size <= width || length+1 >= width) {
				lines, line, length = append(lines, line), "", 0
			}
			if size <= width {
				line, length = word, size
				break
			}
			room := width - length
			if length > 0 {
				line, room = line+" ", room-1
			}
			runes := []rune(word)
			lines, line, length, word = append(lines, line+string(runes[:room])), "", 0, string(runes[room:])
		}
	}
	if length > 0 {
		lines = append(lines, line)
	}
	return lines
}
`,
  imports: ["strings", "unicode/utf8"],
});
