import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "lcm",
  language: "go",
  source: `// lcm gives the least common multiple, which is never negative.
func lcm(a, b int) int {
	if a == 0 || b == 0 {
		return 0
	}
	multiple := a / gcd(a, b) * b
	return max(multiple, -multiple)
}
`,
  uses: ["gcd"],
});
