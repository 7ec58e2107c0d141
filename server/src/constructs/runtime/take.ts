import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "take",
  language: "go",
  source: `// take gives the first values, and asks for no more of them.
func take[T any](values iter.Seq[T], count int) iter.Seq[T] {
	return func(yield func(T) bool) {
		left := count
		if left <= 0 {
			return
		}
		for value := range values {
			left--
			if !yield(value) || left == 0 {
				return
			}
		}
	}
}
`,
  imports: ["iter"],
});
