import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "sliceOf",
  language: "go",
  source: `// sliceOf gives every step-th value from start up to stop, or to the end where stop is negative.
func sliceOf[T any](values iter.Seq[T], start, stop, step int) iter.Seq[T] {
	return func(yield func(T) bool) {
		position, next := 0, start
		if stop >= 0 && stop <= start {
			return
		}
		for value := range values {
			if position == next {
				if !yield(value) {
					return
				}
				next += step
			}
			position++
			if position == stop {
				return
			}
		}
	}
}
`,
  imports: ["iter"],
});
