import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "largest",
  language: "go",
  source: `// largest gives the largest elements, the largest first.
func largest[T any](list []T, count int, compare func(a, b T) int) []T {
	sorted := slices.SortedStableFunc(slices.Values(list), func(a, b T) int { return compare(b, a) })
	return sorted[:max(0, min(count, len(sorted)))]
}
`,
  imports: ["slices"],
});
