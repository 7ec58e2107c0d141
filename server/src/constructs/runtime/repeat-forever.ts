import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "repeatForever",
  language: "go",
  source: `// repeatForever gives one value without end.
func repeatForever[T any](value T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for yield(value) {
		}
	}
}
`,
  imports: ["iter"],
});
