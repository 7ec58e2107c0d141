import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "productOf",
  language: "go",
  source: `// productOf gives one item of each list in all ways, the last list going through its items fastest.
func productOf[T any](lists ...[]T) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		var extend func(chosen []T) bool
		extend = func(chosen []T) bool {
			if len(chosen) == len(lists) {
				return yield(slices.Clone(chosen))
			}
			for _, item := range lists[len(chosen)] {
				if !extend(append(chosen, item)) {
					return false
				}
			}
			return true
		}
		extend(make([]T, 0, len(lists)))
	}
}
`,
  imports: ["iter", "slices"],
});
