import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "accumulateFrom",
  language: "go",
  source: `// accumulateFrom gives the start, then what combining each value with all before gives.
func accumulateFrom[T, R any](start R, values iter.Seq[T], combine func(R, T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		total := start
		if !yield(total) {
			return
		}
		for value := range values {
			total = combine(total, value)
			if !yield(total) {
				return
			}
		}
	}
}
`,
  imports: ["iter"],
});
