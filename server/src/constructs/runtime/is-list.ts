import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "isList",
  language: "go",
  source: `// isList reports whether a value is a slice, and not bytes.
func isList(value any) bool {
	kind := reflect.TypeOf(value)
	return kind != nil && kind.Kind() == reflect.Slice && kind.Elem().Kind() != reflect.Uint8
}
`,
  imports: ["reflect"],
});
