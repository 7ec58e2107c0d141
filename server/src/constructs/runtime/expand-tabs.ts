import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "expandTabs",
  language: "go",
  source: `// expandTabs replaces tabs by blanks up to the next column that is a multiple of size.
func expandTabs(text string, size int) string {
	var expanded strings.Builder
	column := 0
	for _, r := range text {
		switch r {
		case '\\t':
			if size > 0 {
				blanks := size - column%size
				expanded.WriteString(strings.Repeat(" ", blanks))
				column += blanks
			}
		case '\\n', '\\r':
			expanded.WriteRune(r)
			column = 0
		default:
			expanded.WriteRune(r)
			column++
		}
	}
	return expanded.String()
}
`,
  imports: ["strings"],
});
