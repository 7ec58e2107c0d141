import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "bigInt",
  language: "go",
  source: `// bigInt gives the integer that is written in decimal digits.
func bigInt(digits string) *big.Int {
	value, ok := new(big.Int).SetString(digits, 10)
	if !ok {
		panic("bigInt: " + digits)
	}
	return value
}
`,
  imports: ["math/big"],
});
