import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "variance",
  language: "go",
  source: `// variance gives the mean square of the distance from the mean; missing is 1 for a sample.
func variance(numbers []float64, missing int) float64 {
	center, sum := mean(numbers), 0.0
	for _, number := range numbers {
		sum += (number - center) * (number - center)
	}
	return sum / float64(len(numbers)-missing)
}
`,
  uses: ["mean"],
});
