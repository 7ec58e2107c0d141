import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "formatFloat",
  language: "go",
  source: `// formatFloat writes a number as Python does: 1.0, 0.1, 1e+16, inf, nan.
func formatFloat(value float64) string {
	switch {
	case math.IsNaN(value):
		return "nan"
	case math.IsInf(value, 0):
		return strings.ToLower(strings.TrimPrefix(strconv.FormatFloat(value, 'g', -1, 64), "+"))
	}
	if magnitude := math.Abs(value); magnitude != 0 && (magnitude < 1e-4 || magnitude >= 1e16) {
		return strconv.FormatFloat(value, 'e', -1, 64)
	}
	text := strconv.FormatFloat(value, 'f', -1, 64)
	if !strings.Contains(text, ".") {
		text += ".0"
	}
	return text
}
`,
  imports: ["math", "strconv", "strings"],
});
