import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asciiOf",
  language: "go",
  source: `// asciiOf writes the characters of a text that are not of ASCII as escapes.
func asciiOf(text string) string {
	var result strings.Builder
	for _, r := range text {
		switch {
		case r < 128:
			result.WriteRune(r)
		case r < 256:
			fmt.Fprintf(&result, "\\\\x%02x", r)
		case r < 65536:
			fmt.Fprintf(&result, "\\\\u%04x", r)
		default:
			fmt.Fprintf(&result, "\\\\U%08x", r)
		}
	}
	return result.String()
}
`,
  imports: ["fmt", "strings"],
});
