import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "resumable",
  language: "go",
  source: `// resumable gives an iterator whose loops go on where the one before stopped. Called with nil it ends.
func resumable[T any](values iter.Seq[T]) iter.Seq[T] {
	next, stop := iter.Pull(values)
	return func(yield func(T) bool) {
		if yield == nil {
			stop()
			return
		}
		for value, ok := next(); ok; value, ok = next() {
			if !yield(value) {
				return
			}
		}
	}
}
`,
  imports: ["iter"],
});
