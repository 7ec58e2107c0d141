import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "formatBool",
  language: "go",
  source: `// formatBool writes True or False.
func formatBool(value bool) string {
	if value {
		return "True"
	}
	return "False"
}
`,
});
