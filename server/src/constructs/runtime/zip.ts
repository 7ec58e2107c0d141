import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "zip",
  language: "go",
  source: `// zip gives the values of two iterators in pairs, up to the end of the shorter one.
func zip[A, B any](first iter.Seq[A], second iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(second)
		defer stop()
		for a := range first {
			b, ok := next()
			if !ok || !yield(a, b) {
				return
			}
		}
	}
}
`,
  imports: ["iter"],
});
