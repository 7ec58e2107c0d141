import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "ensureKey",
  language: "go",
  source: `// ensureKey gives a key that an ordered map does not have yet the zero value.
func ensureKey[K comparable, V any](m *orderedMap[K, V], key K) {
	if _, ok := m.entries[key]; !ok {
		var zero V
		m.Set(key, zero)
	}
}
`,
  uses: ["orderedMap"],
});
