import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "takeWhile",
  language: "go",
  source: `// takeWhile gives the values up to the first that does not pass.
func takeWhile[T any](values iter.Seq[T], passes func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for value := range values {
			if !passes(value) || !yield(value) {
				return
			}
		}
	}
}
`,
  imports: ["iter"],
});
