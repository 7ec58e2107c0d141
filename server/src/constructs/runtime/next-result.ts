import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "nextResult",
  language: "go",
  source: `// nextResult gives the next value of an iterator, whether there is one, and its error.
func nextResult[T any](values iter.Seq2[T, error]) (T, bool, error) {
	for value, err := range values {
		return value, true, err
	}
	var none T
	return none, false, nil
}
`,
  imports: ["iter"],
});
