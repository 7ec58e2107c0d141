import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "parseGrouped",
  language: "go",
  source: `// parseGrouped reads a decimal number whose digits may be grouped by underscores.
func parseGrouped(text string) (int, error) {
	digits := strings.TrimSpace(text)
	for _, group := range strings.Split(strings.TrimLeft(digits, "+-"), "_") {
		if group == "" {
			return 0, strconv.ErrSyntax
		}
	}
	return strconv.Atoi(strings.ReplaceAll(digits, "_", ""))
}
`,
  imports: ["strconv", "strings"],
});
