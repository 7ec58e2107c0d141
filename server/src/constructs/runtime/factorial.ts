import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "factorial",
  language: "go",
  source: `// factorial gives n!; it panics where n is negative or the result does not fit.
func factorial(n int) int {
	if n < 0 || n > 20 {
		panic(fmt.Sprintf("factorial of %d", n))
	}
	product := 1
	for i := 2; i <= n; i++ {
		product *= i
	}
	return product
}
`,
  imports: ["fmt"],
});
