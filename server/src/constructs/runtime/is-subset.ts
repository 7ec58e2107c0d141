import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "isSubset",
  language: "go",
  source: `// isSubset reports whether every element of the one set is in the other.
func isSubset[T comparable](set, other map[T]struct{}) bool {
	for element := range set {
		if _, ok := other[element]; !ok {
			return false
		}
	}
	return true
}
`,
});
