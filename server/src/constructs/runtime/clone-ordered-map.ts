import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "cloneOrderedMap",
  language: "go",
  source: `// cloneOrderedMap copies an ordered map.
func cloneOrderedMap[K comparable, V any](m *orderedMap[K, V]) *orderedMap[K, V] {
	return &orderedMap[K, V]{entries: maps.Clone(m.entries), keys: slices.Clone(m.keys)}
}
`,
  uses: ["orderedMap"],
  imports: ["maps", "slices"],
});
