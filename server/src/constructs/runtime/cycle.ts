import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "cycle",
  language: "go",
  source: `// cycle gives the values again and again.
func cycle[T any](values iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		var saved []T
		for value := range values {
			saved = append(saved, value)
			if !yield(value) {
				return
			}
		}
		for len(saved) > 0 {
			for _, value := range saved {
				if !yield(value) {
					return
				}
			}
		}
	}
}
`,
  imports: ["iter"],
});
