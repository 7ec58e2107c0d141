import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "translateText",
  language: "go",
  source: `// translateText replaces the characters that the table has.
func translateText(text string, table map[int]string) string {
	var result strings.Builder
	for _, r := range text {
		if replacement, ok := table[int(r)]; ok {
			result.WriteString(replacement)
		} else {
			result.WriteRune(r)
		}
	}
	return result.String()
}
`,
  imports: ["strings"],
});
