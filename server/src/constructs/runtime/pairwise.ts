import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "pairwise",
  language: "go",
  source: `// pairwise gives each value but the last with the one that follows it.
func pairwise[T any](values iter.Seq[T]) iter.Seq2[T, T] {
	return func(yield func(T, T) bool) {
		var last T
		started := false
		for value := range values {
			if started && !yield(last, value) {
				return
			}
			last, started = value, true
		}
	}
}
`,
  imports: ["iter"],
});
