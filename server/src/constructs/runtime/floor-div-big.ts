import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "floorDivBig",
  language: "go",
  source: `// floorDivBig gives the quotient, rounded down.
func floorDivBig(a, b *big.Int) *big.Int {
	quotient, remainder := new(big.Int).QuoRem(a, b, new(big.Int))
	if remainder.Sign() != 0 && remainder.Sign() != b.Sign() {
		quotient.Sub(quotient, big.NewInt(1))
	}
	return quotient
}
`,
  imports: ["math/big"],
});
