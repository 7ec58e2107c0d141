import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "formatTuple",
  language: "go",
  source: `// formatTuple writes a tuple as Python does.
func formatTuple[T any](items []T, repr func(T) string) string {
	parts := make([]string, len(items))
	for i, item := range items {
		parts[i] = repr(item)
	}
	if len(parts) == 1 {
		return "(" + parts[0] + ",)"
	}
	return "(" + strings.Join(parts, ", ") + ")"
}
`,
  imports: ["strings"],
});
