import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "floorModFloat",
  language: "go",
  source: `// floorModFloat gives the remainder of a division with the sign of the divisor.
func floorModFloat(dividend, divisor float64) float64 {
	if divisor == 0 {
		panic("float modulo by zero")
	}
	remainder := math.Mod(dividend, divisor)
	if remainder != 0 && (remainder < 0) != (divisor < 0) {
		remainder += divisor
	}
	return remainder
}
`,
  imports: ["math"],
});
