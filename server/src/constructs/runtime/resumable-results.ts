import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "resumableResults",
  language: "go",
  source: `// resumableResults gives an iterator over values and errors whose loops go on where the one before stopped. Called with nil it ends.
func resumableResults[T any](values iter.Seq2[T, error]) iter.Seq2[T, error] {
	next, stop := iter.Pull2(values)
	return func(yield func(T, error) bool) {
		if yield == nil {
			stop()
			return
		}
		for value, err, ok := next(); ok; value, err, ok = next() {
			if !yield(value, err) {
				return
			}
		}
	}
}
`,
  imports: ["iter"],
});
