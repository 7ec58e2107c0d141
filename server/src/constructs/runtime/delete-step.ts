import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "deleteStep",
  language: "go",
  source: `// deleteStep removes every step-th element from low up (or down) to high.
func deleteStep[T any](list []T, low, high, step int) []T {
	positions := make([]int, len(list))
	for i := range positions {
		positions[i] = i
	}
	chosen := stepSlice(positions, low, high, step)
	if step < 0 {
		slices.Reverse(chosen)
	}
	kept := list[:0]
	for i, item := range list {
		if len(chosen) > 0 && chosen[0] == i {
			chosen = chosen[1:]
		} else {
			kept = append(kept, item)
		}
	}
	clear(list[len(kept):])
	return kept
}
`,
  uses: ["stepSlice"],
  imports: ["slices"],
});
