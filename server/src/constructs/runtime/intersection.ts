import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "intersection",
  language: "go",
  source: `// intersection gives the elements that are in both sets.
func intersection[T comparable](left, right map[T]struct{}) map[T]struct{} {
	result := map[T]struct{}{}
	for item := range left {
		if _, ok := right[item]; ok {
			result[item] = struct{}{}
		}
	}
	return result
}
`,
});
