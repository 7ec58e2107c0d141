import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "equalValues",
  language: "go",
  source: `// equalValues compares values as Python does: numbers by what they are worth, whatever their types.
func equalValues(a, b any) bool {
	m, isInt := a.(int)
	n, areInts := b.(int)
	if isInt && areInts {
		return m == n
	}
	if m, ok := asNumber(a); ok {
		n, ok := asNumber(b)
		return ok && m == n
	}
	x, y := reflect.ValueOf(a), reflect.ValueOf(b)
	if x.Kind() != reflect.Slice || y.Kind() != reflect.Slice {
		return reflect.DeepEqual(a, b)
	}
	for i := range min(x.Len(), y.Len()) {
		if !equalValues(x.Index(i).Interface(), y.Index(i).Interface()) {
			return false
		}
	}
	return x.Len() == y.Len()
}
`,
  uses: ["asNumber"],
  imports: ["reflect"],
});
