import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "formatSet",
  language: "go",
  source: `// formatSet writes a set as Python does, with its elements in sorted order.
func formatSet[T comparable](set map[T]struct{}, repr func(T) string) string {
	if len(set) == 0 {
		return "set()"
	}
	parts := make([]string, 0, len(set))
	for item := range set {
		parts = append(parts, repr(item))
	}
	slices.Sort(parts)
	return "{" + strings.Join(parts, ", ") + "}"
}
`,
  imports: ["slices", "strings"],
});
