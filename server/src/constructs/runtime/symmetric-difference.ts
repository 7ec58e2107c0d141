import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "symmetricDifference",
  language: "go",
  source: `// symmetricDifference gives the elements that are in one of the sets alone.
func symmetricDifference[T comparable](left, right map[T]struct{}) map[T]struct{} {
	result := maps.Clone(left)
	for item := range right {
		if _, ok := left[item]; ok {
			delete(result, item)
		} else {
			result[item] = struct{}{}
		}
	}
	return result
}
`,
  imports: ["maps"],
});
