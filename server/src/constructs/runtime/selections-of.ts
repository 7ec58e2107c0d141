import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "selectionsOf",
  language: "go",
  source: `// selectionsOf gives all choices of so many items, each of which may be chosen again, in the order of their positions.
func selectionsOf[T any](items []T, size int) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		var extend func(chosen []T, from int) bool
		extend = func(chosen []T, from int) bool {
			if len(chosen) == size {
				return yield(slices.Clone(chosen))
			}
			for i := from; i < len(items); i++ {
				if !extend(append(chosen, items[i]), i) {
					return false
				}
			}
			return true
		}
		extend(make([]T, 0, size), 0)
	}
}
`,
  imports: ["iter", "slices"],
});
