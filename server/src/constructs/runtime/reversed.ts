import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "reversed",
  language: "go",
  source: `// reversed gives a copy of the list, last element first.
func reversed[T any](list []T) []T {
	result := append([]T{}, list...)
	slices.Reverse(result)
	return result
}
`,
  imports: ["slices"],
});
