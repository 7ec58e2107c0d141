import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "insertSorted",
  language: "go",
  source: `// insertSorted puts a value into a sorted list, behind its equals.
func insertSorted[T cmp.Ordered](items *[]T, value T) {
	*items = slices.Insert(*items, bisectRight(*items, value), value)
}
`,
  uses: ["bisectRight"],
  imports: ["cmp", "slices"],
});
