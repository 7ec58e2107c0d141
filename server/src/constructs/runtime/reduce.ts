import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "reduce",
  language: "go",
  source: `// reduce combines a value with each item of a list in turn.
func reduce[T, R any](items []T, value R, combine func(R, T) R) R {
	for _, item := range items {
		value = combine(value, item)
	}
	return value
}
`,
});
