import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "combinationsOf",
  language: "go",
  source: `// combinationsOf gives all choices of so many items, in the order of their positions.
func combinationsOf[T any](items []T, size int) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		var extend func(chosen []T, from int) bool
		extend = func(chosen []T, from int) bool {
			if len(chosen) == size {
				return yield(slices.Clone(chosen))
			}
			for i := from; i < len(items); i++ {
				if !extend(append(chosen, items[i]), i+1) {
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
