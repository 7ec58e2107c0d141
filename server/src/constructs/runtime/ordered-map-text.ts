import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "String",
  language: "go",
  source: `// String writes the map as Python does.
func (m *orderedMap[K, V]) String() string {
	return formatOrderedMap(m, reprAny[K], reprAny[V])
}
`,
  uses: ["formatOrderedMap", "reprAny"],
});
