import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "roundDigits",
  language: "go",
  source: `// roundDigits rounds to a number of decimal places; what lies exactly between goes to the even neighbour.
func roundDigits(value float64, digits int) float64 {
	if digits < 0 {
		scale := math.Pow10(-digits)
		return math.RoundToEven(value/scale) * scale
	}
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(value, 'f', digits, 64), 64)
	return rounded
}
`,
  imports: ["math", "strconv"],
});
