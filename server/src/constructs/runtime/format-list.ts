import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "formatList",
  language: "go",
  source: `// formatList writes a list as Python does.
func formatList[T any](list []T, repr func(T) string) string {
	parts := make([]string, len(list))
	for i, item := range list {
		parts[i] = repr(item)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}
`,
  imports: ["strings"],
});
