import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "nextOf",
  language: "go",
  source: `// nextOf gives the next value of an iterator, and whether there is one.
func nextOf[T any](values iter.Seq[T]) (T, bool) {
	for value := range values {
		return value, true
	}
	var none T
	return none, false
}
`,
  imports: ["iter"],
});
