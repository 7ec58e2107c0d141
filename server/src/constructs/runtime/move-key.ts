import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "moveKey",
  language: "go",
  source: `// moveKey makes a key of an ordered map the last, or the first.
func moveKey[K comparable, V any](m *orderedMap[K, V], key K, first bool) {
	i := slices.Index(m.keys, key)
	m.keys = slices.Delete(m.keys, i, i+1)
	if first {
		m.keys = slices.Insert(m.keys, 0, key)
	} else {
		m.keys = append(m.keys, key)
	}
}
`,
  uses: ["orderedMap"],
  imports: ["slices"],
});
