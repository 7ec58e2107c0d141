import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "combinations",
  language: "go",
  source: `// combinations gives the number of ways to choose k of n; it panics where the result does not fit.
func combinations(n, k int) int {
	if n < 0 || k < 0 {
		panic("combinations of a negative number")
	}
	ways := new(big.Int).Binomial(int64(n), int64(k))
	if !ways.IsInt64() {
		panic("the number of combinations does not fit an int")
	}
	return int(ways.Int64())
}
`,
  imports: ["math/big"],
});
