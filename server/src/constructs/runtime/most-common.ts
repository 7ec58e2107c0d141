import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "mostCommon",
  language: "go",
  source: `// mostCommon gives the elements that come most often, with their counts; of equal ones the first comes first.
func mostCommon[T comparable](list []T, count int) []Pair[T, int] {
	counts, items := map[T]int{}, []T{}
	for _, item := range list {
		if counts[item]++; counts[item] == 1 {
			items = append(items, item)
		}
	}
	slices.SortStableFunc(items, func(a, b T) int { return counts[b] - counts[a] })
	pairs := []Pair[T, int]{}
	for _, item := range items[:max(0, min(count, len(items)))] {
		pairs = append(pairs, Pair[T, int]{item, counts[item]})
	}
	return pairs
}
`,
  uses: ["Pair"],
  imports: ["slices"],
});
