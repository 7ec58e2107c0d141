import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "reprAny",
  language: "go",
  source: `// reprAny writes a value as Python's repr does, going by its dynamic type.
func reprAny[T any](value T) string {
	switch v := any(value).(type) {
	case nil:
		return "None"
	case string:
		return reprString(v)
	case bool:
		return formatBool(v)
	case float64:
		return formatFloat(v)
	case []any:
		return formatList(v, reprAny[any])
	case fmt.Stringer, error:
		return fmt.Sprint(v)
	}
	whole := reflect.ValueOf(value)
	switch whole.Kind() {
	case reflect.Slice:
		parts := make([]any, whole.Len())
		for i := range parts {
			parts[i] = whole.Index(i).Interface()
		}
		return formatList(parts, reprAny[any])
	case reflect.Pointer:
		if !strings.HasPrefix(whole.Type().Elem().Name(), "orderedMap[") {
			return fmt.Sprint(value)
		}
		entries := []string{}
		for key, entry := range whole.MethodByName("All").Call(nil)[0].Seq2() {
			entries = append(entries, reprAny(key.Interface())+": "+reprAny(entry.Interface()))
		}
		return "{" + strings.Join(entries, ", ") + "}"
	default:
		return fmt.Sprint(value)
	}
}
`,
  uses: ["reprString", "formatBool", "formatFloat", "formatList"],
  imports: ["fmt", "reflect", "strings"],
});
