import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "smallInt",
  language: "go",
  source: `// smallInt gives the value as an int; it panics where the value does not fit.
func smallInt(value *big.Int) int {
	if !value.IsInt64() {
		panic("smallInt: " + value.String() + " does not fit")
	}
	return int(value.Int64())
}
`,
  imports: ["math/big"],
});
