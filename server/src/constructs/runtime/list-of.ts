import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "listOf",
  language: "go",
  source: `// listOf gives a list of values of any type as one of a type.
func listOf[T any](value any) []T {
	if list, ok := value.([]T); ok {
		return list
	}
	list := []T{}
	for _, item := range value.([]any) {
		list = append(list, item.(T))
	}
	return list
}
`,
});
