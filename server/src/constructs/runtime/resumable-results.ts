import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "resumableResults",
  language: "go",
  source: `// resumableResults gives an iterator over values and errors whose loops go on where the one before stopped.
func resumableResults[T any](values iter.Seq2[T, error]) iter.Seq2[T, error] {
	next, _ := iter.Pull2(values)
	return func(yield func(T, error) bool) {
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
