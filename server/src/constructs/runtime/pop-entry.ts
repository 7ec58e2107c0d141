import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "popEntry",
  language: "go",
  source: `// popEntry removes the last entry of an ordered map, or the first, and gives it.
func popEntry[K comparable, V any](m *orderedMap[K, V], first bool) (K, V) {
	i := len(m.keys) - 1
	if first {
		i = 0
	}
	key := m.keys[i]
	value := m.entries[key]
	m.keys = slices.Delete(m.keys, i, i+1)
	delete(m.entries, key)
	return key, value
}
`,
  uses: ["orderedMap"],
  imports: ["slices"],
});
