import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "bisectRight",
  language: "go",
  source: `// bisectRight gives the place behind all items that are not greater than a value, in a sorted list.
func bisectRight[T cmp.Ordered](items []T, value T) int {
	return sort.Search(len(items), func(i int) bool { return items[i] > value })
}
`,
  imports: ["cmp", "sort"],
});
