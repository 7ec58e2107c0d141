import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asObject",
  language: "go",
  source: `// asObject gives the members of an object; those of a map by name.
func asObject(value reflect.Value) (jsonObject, bool) {
	if value.Kind() != reflect.Map {
		if !value.IsValid() || !value.CanInterface() {
			return nil, false
		}
		if ordered, ok := value.Interface().(interface{ members() jsonObject }); ok && !value.IsNil() {
			return ordered.members(), true
		}
		object, ok := value.Interface().(jsonObject)
		return object, ok
	}
	var members jsonObject
	for _, key := range value.MapKeys() {
		members = append(members, jsonMember{fmt.Sprint(key), value.MapIndex(key).Interface()})
	}
	slices.SortFunc(members, func(a, b jsonMember) int { return strings.Compare(a.Name, b.Name) })
	return members, true
}
`,
  uses: ["jsonObject"],
  imports: ["fmt", "reflect", "slices", "strings"],
});
