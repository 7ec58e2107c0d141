import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "quoteURL",
  language: "go",
  source: `// quoteURL writes bytes other than letters, digits, _.-~ and the safe ones as percent and two digits.
func quoteURL(text, safe string) string {
	var quoted strings.Builder
	for _, b := range []byte(text) {
		if 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9' || b < 0x80 && strings.IndexByte("_.-~"+safe, b) >= 0 {
			quoted.WriteByte(b)
		} else {
			fmt.Fprintf(&quoted, "%%%02X", b)
		}
	}
	return quoted.String()
}
`,
  imports: ["fmt", "strings"],
});
