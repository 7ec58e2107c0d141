import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "equalPointers",
  language: "go",
  source: `// equalPointers reports whether both are nil, or what both point to is equal.
func equalPointers[T comparable](left, right *T) bool {
	if left == nil || right == nil {
		return left == right
	}
	return *left == *right
}
`,
});
