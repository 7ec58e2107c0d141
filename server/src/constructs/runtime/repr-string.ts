import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "reprString",
  language: "go",
  source: `// reprString writes a string as a Python literal.
func reprString(text string) string {
	quote := "'"
	if strings.Contains(text, "'") && !strings.Contains(text, "\\"") {
		quote = "\\""
	}
	var literal strings.Builder
	literal.WriteString(quote)
	for _, r := range text {
		switch {
		case string(r) == quote || r == '\\\\':
			literal.WriteString("\\\\" + string(r))
		case r == '\\n':
			literal.WriteString("\\\\n")
		case r == '\\r':
			literal.WriteString("\\\\r")
		case r == '\\t':
			literal.WriteString("\\\\t")
		case unicode.IsPrint(r):
			literal.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&literal, "\\\\x%02x", r)
		case r < 0x10000:
			fmt.Fprintf(&literal, "\\\\u%04x", r)
		default:
			fmt.Fprintf(&literal, "\\\\U%08x", r)
		}
	}
	return literal.String() + quote
}
`,
  imports: ["fmt", "strings", "unicode"],
});
