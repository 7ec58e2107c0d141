import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "union",
  language: "go",
  source: `// union gives the elements of both sets.
func union[T comparable](left, right map[T]struct{}) map[T]struct{} {
	result := maps.Clone(left)
	maps.Copy(result, right)
	return result
}
`,
  imports: ["maps"],
});
