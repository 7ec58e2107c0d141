import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "reprBytes",
  language: "go",
  source: `// reprBytes writes bytes as a Python literal.
func reprBytes(data []byte) string {
	quote := byte('\\'')
	if strings.Contains(string(data), "'") && !strings.Contains(string(data), "\\"") {
		quote = '"'
	}
	var literal strings.Builder
	for _, b := range data {
		switch {
		case b == quote || b == '\\\\':
			literal.WriteString("\\\\" + string(rune(b)))
		case b == '\\n':
			literal.WriteString("\\\\n")
		case b == '\\r':
			literal.WriteString("\\\\r")
		case b == '\\t':
			literal.WriteString("\\\\t")
		case b < ' ' || b > '~':
			fmt.Fprintf(&literal, "\\\\x%02x", b)
		default:
			literal.WriteByte(b)
		}
	}
	return "b" + string(quote) + literal.String() + string(quote)
}
`,
  imports: ["fmt", "strings"],
});
