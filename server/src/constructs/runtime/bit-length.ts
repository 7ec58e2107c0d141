import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "bitLength",
  language: "go",
  source: `// bitLength gives the number of bits of a number without its sign.
func bitLength(n int) int {
	return bits.Len(uint(max(n, -n)))
}
`,
  imports: ["math/bits"],
});
