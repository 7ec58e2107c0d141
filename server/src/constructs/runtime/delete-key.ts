import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "deleteKey",
  language: "go",
  source: `// deleteKey removes a key of an ordered map where it is there.
func deleteKey[K comparable, V any](m *orderedMap[K, V], key K) {
	if _, ok := m.entries[key]; ok {
		delete(m.entries, key)
		i := slices.Index(m.keys, key)
		m.keys = slices.Delete(m.keys, i, i+1)
	}
}
`,
  uses: ["orderedMap"],
  imports: ["slices"],
});
