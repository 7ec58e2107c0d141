import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "reduceFirst",
  language: "go",
  source: `// reduceFirst combines the first item of a list with each of the others in turn.
func reduceFirst[T any](items []T, combine func(T, T) T) T {
	if len(items) == 0 {
		panic("reduce() of empty iterable with no initial value")
	}
	value := items[0]
	for _, item := range items[1:] {
		value = combine(value, item)
	}
	return value
}
`,
});
