import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "floorDiv",
  language: "go",
  source: `// floorDiv divides integers and rounds down.
func floorDiv(dividend, divisor int) int {
	quotient := dividend / divisor
	if dividend%divisor != 0 && (dividend < 0) != (divisor < 0) {
		quotient--
	}
	return quotient
}
`,
});
