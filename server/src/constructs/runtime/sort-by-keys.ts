import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "sortByKeys",
  language: "go",
  source: `// sortByKeys sorts the items stably by their keys.
func sortByKeys[T, K any](items []T, keys []K, compare func(a, b K) int, reverse bool) {
	order := make([]int, len(items))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if reverse {
			a, b = b, a
		}
		return compare(keys[a], keys[b])
	})
	sorted := make([]T, len(items))
	for i, from := range order {
		sorted[i] = items[from]
	}
	copy(items, sorted)
}
`,
  imports: ["slices"],
});
