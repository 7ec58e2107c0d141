import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "orderedMapOf",
  language: "go",
  source: `// mapEntry is a key with its value.
type mapEntry[K comparable, V any] struct {
	Key   K
	Value V
}

// orderedMapOf makes an ordered map of entries.
func orderedMapOf[K comparable, V any](entries []mapEntry[K, V]) *orderedMap[K, V] {
	m := &orderedMap[K, V]{}
	for _, entry := range entries {
		m.Set(entry.Key, entry.Value)
	}
	return m
}
`,
  uses: ["orderedMap"],
});
