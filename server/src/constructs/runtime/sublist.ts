import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "sublist",
  language: "go",
  source: `// sublist copies the elements from low up to high; bounds are cut to fit and may count from the end.
func sublist[T any](list []T, low, high int) []T {
	low, high = clampIndex(low, len(list)), clampIndex(high, len(list))
	return append([]T{}, list[low:max(low, high)]...)
}
`,
  uses: ["clampIndex"],
});
