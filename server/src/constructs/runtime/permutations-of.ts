import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "permutationsOf",
  language: "go",
  source: `// permutationsOf gives all arrangements of so many items, in the order of their positions.
func permutationsOf[T any](items []T, size int) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		used := make([]bool, len(items))
		var extend func(chosen []T) bool
		extend = func(chosen []T) bool {
			if len(chosen) == size {
				return yield(slices.Clone(chosen))
			}
			for i, item := range items {
				if used[i] {
					continue
				}
				used[i] = true
				if !extend(append(chosen, item)) {
					return false
				}
				used[i] = false
			}
			return true
		}
		extend(make([]T, 0, size))
	}
}
`,
  imports: ["iter", "slices"],
});
