import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "groupBy",
  language: "go",
  source: `// groupBy gives runs of values with equal keys, each run with its key.
func groupBy[T any, K comparable](values iter.Seq[T], key func(T) K) iter.Seq2[K, []T] {
	return func(yield func(K, []T) bool) {
		var group []T
		var last K
		for value := range values {
			next := key(value)
			if len(group) > 0 && next != last {
				if !yield(last, group) {
					return
				}
				group = nil
			}
			group, last = append(group, value), next
		}
		if len(group) > 0 {
			yield(last, group)
		}
	}
}
`,
  imports: ["iter"],
});
