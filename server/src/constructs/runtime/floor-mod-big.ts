import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "floorModBig",
  language: "go",
  source: `// floorModBig gives the remainder, with the sign of the divisor.
func floorModBig(a, b *big.Int) *big.Int {
	remainder := new(big.Int).Rem(a, b)
	if remainder.Sign() != 0 && remainder.Sign() != b.Sign() {
		remainder.Add(remainder, b)
	}
	return remainder
}
`,
  imports: ["math/big"],
});
