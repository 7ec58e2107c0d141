import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "orderedMap",
  language: "go",
  source: `// orderedMap is a map that remembers in which order its keys came. Its entries may be read directly.
type orderedMap[K comparable, V any] struct {
	entries map[K]V
	keys    []K
}

// Set stores a value; a new key comes last.
func (m *orderedMap[K, V]) Set(key K, value V) {
	if m.entries == nil {
		m.entries = map[K]V{}
	}
	if _, ok := m.entries[key]; !ok {
		m.keys = append(m.keys, key)
	}
	m.entries[key] = value
}

// All gives the entries in their order.
func (m *orderedMap[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for _, key := range m.keys {
			if !yield(key, m.entries[key]) {
				return
			}
		}
	}
}
`,
  imports: ["iter"],
});
