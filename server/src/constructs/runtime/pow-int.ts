import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "powInt",
  language: "go",
  source: `// powInt raises an integer to a power that is not negative.
func powInt(base, exponent int) int {
	if exponent < 0 {
		panic("powInt: negative exponent")
	}
	result := 1
	for ; exponent > 0; exponent >>= 1 {
		if exponent&1 == 1 {
			result *= base
		}
		base *= base
	}
	return result
}
`,
});
