import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "formatAny",
  language: "go",
  source: `// formatAny writes a value as Python's str does, going by its dynamic type.
func formatAny[T any](value T) string {
	if text, ok := any(value).(string); ok {
		return text
	}
	return reprAny(value)
}
`,
  uses: ["reprAny"],
});
