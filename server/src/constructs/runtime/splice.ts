import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "splice",
  language: "go",
  source: `// splice replaces the elements from low up to high by others; bounds are cut to fit and may count from the end.
func splice[T any](list []T, low, high int, values []T) []T {
	low, high = clampIndex(low, len(list)), clampIndex(high, len(list))
	return slices.Replace(list, low, max(low, high), values...)
}
`,
  uses: ["clampIndex"],
  imports: ["slices"],
});
