import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "bisectLeft",
  language: "go",
  source: `// bisectLeft gives the place before all items that are not less than a value, in a sorted list.
func bisectLeft[T cmp.Ordered](items []T, value T) int {
	return sort.Search(len(items), func(i int) bool { return items[i] >= value })
}
`,
  imports: ["cmp", "sort"],
});
