import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "members",
  language: "go",
  source: `// members gives the entries as those of an object of JSON.
func (m *orderedMap[K, V]) members() jsonObject {
	object := make(jsonObject, 0, len(m.keys))
	for key, value := range m.All() {
		object = append(object, jsonMember{fmt.Sprint(key), value})
	}
	return object
}
`,
  uses: ["jsonObject", "orderedMap"],
  imports: ["fmt"],
});
