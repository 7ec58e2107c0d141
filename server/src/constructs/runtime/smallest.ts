import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "smallest",
  language: "go",
  source: `// smallest gives the smallest elements in order.
func smallest[T any](list []T, count int, compare func(a, b T) int) []T {
	sorted := slices.SortedStableFunc(slices.Values(list), compare)
	return sorted[:max(0, min(count, len(sorted)))]
}
`,
  imports: ["slices"],
});
