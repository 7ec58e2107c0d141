import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "quoteJSON",
  language: "go",
  source: `// quoteJSON writes a string of JSON with characters of ASCII alone.
func quoteJSON(text string) string {
	var out strings.Builder
	out.WriteByte('"')
	for _, unit := range utf16.Encode([]rune(text)) {
		switch {
		case unit == '"' || unit == '\\\\':
			out.WriteString("\\\\" + string(rune(unit)))
		case unit >= ' ' && unit < 127:
			out.WriteByte(byte(unit))
		case strings.ContainsRune("\\n\\r\\t\\b\\f", rune(unit)):
			out.WriteString(map[uint16]string{'\\n': "\\\\n", '\\r': "\\\\r", '\\t': "\\\\t", '\\b': "\\\\b", '\\f': "\\\\f"}[unit])
		default:
			fmt.Fprintf(&out, "\\\\u%04x", unit)
		}
	}
	out.WriteByte('"')
	return out.String()
}
`,
  imports: ["fmt", "strings", "unicode/utf16"],
});
