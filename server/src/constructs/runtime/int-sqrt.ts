import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "intSqrt",
  language: "go",
  source: `// intSqrt gives the root of a number, rounded down.
func intSqrt(n int) int {
	if n < 0 {
		panic("isqrt() argument must be nonnegative")
	}
	root := int(math.Sqrt(float64(n)))
	for root > 3037000499 || root*root > n {
		root--
	}
	for root < 3037000499 && (root+1)*(root+1) <= n {
		root++
	}
	return root
}
`,
  imports: ["math"],
});
