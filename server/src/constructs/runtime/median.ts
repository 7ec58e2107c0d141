import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "median",
  language: "go",
  source: `// median gives the number in the middle, or halfway between the two that are there.
func median(numbers []float64) float64 {
	sorted := slices.Sorted(slices.Values(numbers))
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}
`,
  imports: ["slices"],
});
