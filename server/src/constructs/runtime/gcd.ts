import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "gcd",
  language: "go",
  source: `// gcd gives the greatest common divisor, which is never negative.
func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return max(a, -a)
}
`,
});
