import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "writeJSON",
  language: "go",
  source: `// writeJSON writes a value in parts; newline is what parts it from the line before.
func writeJSON(out *strings.Builder, value reflect.Value, indent, newline, separator string) {
	between := func(i int, deeper string) {
		if i > 0 {
			out.WriteString(separator)
		}
		out.WriteString(deeper)
	}
	deeper := newline
	if newline != "" {
		deeper = newline + indent
	}
	if members, ok := asObject(value); ok {
		out.WriteString("{")
		for i, member := range members {
			between(i, deeper)
			out.WriteString(quoteJSON(member.Name) + ": ")
			writeJSON(out, reflect.ValueOf(member.Value), indent, deeper, separator)
		}
		if len(members) > 0 {
			out.WriteString(newline)
		}
		out.WriteString("}")
		return
	}
	switch value.Kind() {
	case reflect.Invalid:
		out.WriteString("null")
	case reflect.Interface, reflect.Pointer:
		writeJSON(out, value.Elem(), indent, newline, separator)
	case reflect.String:
		out.WriteString(quoteJSON(value.String()))
	case reflect.Float32, reflect.Float64:
		out.WriteString(formatFloat(value.Float()))
	case reflect.Slice, reflect.Array, reflect.Struct:
		count, at := 0, value.Field
		if value.Kind() == reflect.Struct {
			count = value.NumField()
		} else {
			count, at = value.Len(), value.Index
		}
		out.WriteString("[")
		for i := range count {
			between(i, deeper)
			writeJSON(out, at(i), indent, deeper, separator)
		}
		if count > 0 {
			out.WriteString(newline)
		}
		out.WriteString("]")
	default:
		fmt.Fprint(out, value)
	}
}
`,
  uses: ["asObject", "formatFloat", "quoteJSON"],
  imports: ["fmt", "reflect", "strings"],
});
