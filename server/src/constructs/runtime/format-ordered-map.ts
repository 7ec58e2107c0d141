import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "formatOrderedMap",
  language: "go",
  source: `// formatOrderedMap writes a dict as Python does, with its entries in order.
func formatOrderedMap[K comparable, V any](m *orderedMap[K, V], reprKey func(K) string, reprValue func(V) string) string {
	parts := make([]string, 0, len(m.keys))
	for key, value := range m.All() {
		parts = append(parts, reprKey(key)+": "+reprValue(value))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}
`,
  uses: ["orderedMap"],
  imports: ["strings"],
});
