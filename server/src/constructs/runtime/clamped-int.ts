import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "clampedInt",
  language: "go",
  source: `// clampedInt gives the value as an int, cut to what an int can hold: a bound that no loop reaches.
func clampedInt(value *big.Int) int {
	if value.IsInt64() {
		return int(value.Int64())
	}
	if value.Sign() < 0 {
		return math.MinInt
	}
	return math.MaxInt
}
`,
  imports: ["math", "math/big"],
});
