import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "powMod",
  language: "go",
  source: `// powMod gives base to the power of exponent, modulo a positive modulus.
func powMod(base, exponent, modulus int) int {
	result := new(big.Int).Exp(big.NewInt(int64(base)), big.NewInt(int64(exponent)), big.NewInt(int64(modulus)))
	return int(result.Int64())
}
`,
  imports: ["math/big"],
});
