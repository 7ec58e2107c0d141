import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "mean",
  language: "go",
  source: `// mean gives the average.
func mean(numbers []float64) float64 {
	sum := 0.0
	for _, number := range numbers {
		sum += number
	}
	return sum / float64(len(numbers))
}
`,
});
