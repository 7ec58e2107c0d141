import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "bigFromFloat",
  language: "go",
  source: `// bigFromFloat cuts off the fraction of a float64.
func bigFromFloat(value float64) *big.Int {
	result, _ := big.NewFloat(value).Int(nil)
	return result
}
`,
  imports: ["math/big"],
});
