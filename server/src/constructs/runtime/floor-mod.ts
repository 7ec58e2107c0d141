import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "floorMod",
  language: "go",
  source: `// floorMod gives the remainder of integers with the sign of the divisor.
func floorMod(dividend, divisor int) int {
	remainder := dividend % divisor
	if remainder != 0 && (remainder < 0) != (divisor < 0) {
		remainder += divisor
	}
	return remainder
}
`,
});
