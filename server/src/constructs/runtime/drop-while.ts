import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "dropWhile",
  language: "go",
  source: `// dropWhile gives the values from the first that does not pass.
func dropWhile[T any](values iter.Seq[T], passes func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		dropping := true
		for value := range values {
			dropping = dropping && passes(value)
			if !dropping && !yield(value) {
				return
			}
		}
	}
}
`,
  imports: ["iter"],
});
