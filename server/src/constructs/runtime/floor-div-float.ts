import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "floorDivFloat",
  language: "go",
  source: `// floorDivFloat divides and rounds down, consistently with floorModFloat.
func floorDivFloat(dividend, divisor float64) float64 {
	quotient := (dividend - floorModFloat(dividend, divisor)) / divisor
	return math.Round(quotient)
}
`,
  uses: ["floorModFloat"],
  imports: ["math"],
});
