import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "chain",
  language: "go",
  source: `// chain gives the values of several iterators, one iterator after the other.
func chain[T any](sequences ...iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, values := range sequences {
			for value := range values {
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
