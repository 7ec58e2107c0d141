import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "bigToFloat",
  language: "go",
  source: `// bigToFloat gives the float64 nearest to the value.
func bigToFloat(value *big.Int) float64 {
	result, _ := value.Float64()
	return result
}
`,
  imports: ["math/big"],
});
