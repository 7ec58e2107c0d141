import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "accumulate",
  language: "go",
  source: `// accumulate gives the first value, then what combining each further one with all before gives.
func accumulate[T any](values iter.Seq[T], combine func(T, T) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		var total T
		started := false
		for value := range values {
			if started {
				value = combine(total, value)
			}
			total, started = value, true
			if !yield(total) {
				return
			}
		}
	}
}
`,
  imports: ["iter"],
});
