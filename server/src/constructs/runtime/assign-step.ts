import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "assignStep",
  language: "go",
  source: `// assignStep overwrites every step-th element from low up (or down) to high, of which there must be as many as values.
func assignStep[T any](list []T, low, high, step int, values []T) {
	positions := make([]int, len(list))
	for i := range positions {
		positions[i] = i
	}
	chosen := stepSlice(positions, low, high, step)
	if len(chosen) != len(values) {
		panic("the number of values differs from the size of the slice")
	}
	for i, position := range chosen {
		list[position] = values[i]
	}
}
`,
  uses: ["stepSlice"],
});
