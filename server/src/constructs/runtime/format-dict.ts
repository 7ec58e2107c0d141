import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "formatDict",
  language: "go",
  source: `// formatDict writes a dict as Python does, with its entries in sorted order.
func formatDict[K comparable, V any](dict map[K]V, reprKey func(K) string, reprValue func(V) string) string {
	parts := make([]string, 0, len(dict))
	for key, value := range dict {
		parts = append(parts, reprKey(key)+": "+reprValue(value))
	}
	slices.Sort(parts)
	return "{" + strings.Join(parts, ", ") + "}"
}
`,
  imports: ["slices", "strings"],
});
