import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "className",
  language: "go",
  source: `// className gives the name that Python has for the class of a value.
func className(value any) string {
	switch value.(type) {
	case nil:
		return "NoneType"
	case string:
		return "str"
	case float64:
		return "float"
	case []byte:
		return "bytes"
	}
	switch kind := reflect.TypeOf(value); {
	case kind.Kind() == reflect.Slice:
		return "list"
	case kind.Kind() == reflect.Array:
		return "tuple"
	case kind.Kind() == reflect.Func:
		return "function"
	case kind.Kind() == reflect.Map && kind.Elem().Size() == 0:
		return "set"
	case kind.Kind() == reflect.Map:
		return "dict"
	}
	name := fmt.Sprintf("%T", value)
	if strings.Contains(name, ".orderedMap[") {
		return "dict"
	}
	return name[strings.LastIndex(name, ".")+1:]
}`,
  imports: ["fmt", "reflect", "strings"],
});
