import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "difference",
  language: "go",
  source: `// difference gives the elements of the first set that are not in the second.
func difference[T comparable](left, right map[T]struct{}) map[T]struct{} {
	result := map[T]struct{}{}
	for item := range left {
		if _, ok := right[item]; !ok {
			result[item] = struct{}{}
		}
	}
	return result
}
`,
});
