import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "cloneAll",
  language: "go",
  source: `// cloneAll copies lists and the list that they stand in.
func cloneAll[T any](lists [][]T) [][]T {
	copies := make([][]T, len(lists))
	for i, list := range lists {
		copies[i] = slices.Clone(list)
	}
	return copies
}
`,
  imports: ["slices"],
});
