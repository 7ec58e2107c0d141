import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "isDict",
  language: "go",
  source: `// isDict reports whether a value is a map, and not a set.
func isDict(value any) bool {
	kind := reflect.TypeOf(value)
	if kind != nil && kind.Kind() == reflect.Pointer {
		return strings.HasPrefix(kind.Elem().Name(), "orderedMap[")
	}
	return kind != nil && kind.Kind() == reflect.Map && kind.Elem() != reflect.TypeFor[struct{}]()
}
`,
  imports: ["reflect", "strings"],
});
