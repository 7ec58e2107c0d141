import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "powInt",
  language: "go",
  source: `// powInt raises an integer to a power that is not negative, and panics where the result has more than 64 bits.
func powInt(base, exponent int) int {
	if exponent < 0 {
		panic("powInt: negative exponent")
	}
	if base == 0 || base == 1 || base == -1 {
		exponent = min(exponent, 2-exponent%2)
	}
	result := 1
	for range exponent {
		product := result * base
		if result != 0 && product/result != base {
			panic("powInt: overflow")
		}
		result = product
	}
	return result
}
`,
});
