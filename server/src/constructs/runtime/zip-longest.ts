import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "zipLongest",
  language: "go",
  source: `// zipLongest gives pairs up to the end of the longer list, with a value for what the shorter one lacks.
func zipLongest[A, B any](first []A, second []B, left A, right B) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		for i := range max(len(first), len(second)) {
			a, b := left, right
			if i < len(first) {
				a = first[i]
			}
			if i < len(second) {
				b = second[i]
			}
			if !yield(a, b) {
				return
			}
		}
	}
}
`,
  imports: ["iter"],
});
