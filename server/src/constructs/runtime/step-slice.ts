import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "stepSlice",
  language: "go",
  source: `// stepSlice copies every step-th element from low up (or down) to high, which is left out. Negative bounds count from the end.
func stepSlice[T any](list []T, low, high, step int) []T {
	if step == 0 {
		panic("slice step cannot be zero")
	}
	lowest, highest := 0, len(list)
	if step < 0 {
		lowest, highest = -1, len(list)-1
	}
	fit := func(index int) int {
		if index < 0 {
			index += len(list)
		}
		return min(max(index, lowest), highest)
	}
	result := []T{}
	for i, end := fit(low), fit(high); (step > 0 && i < end) || (step < 0 && i > end); i += step {
		result = append(result, list[i])
	}
	return result
}
`,
});
