import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "indent",
  language: "go",
  source: `// indent puts a prefix before each line that is not blank.
func indent(text, prefix string) string {
	lines := strings.SplitAfter(text, "\\n")
	for i, line := range lines {
		if strings.TrimSpace(line) != "" {
			lines[i] = prefix + line
		}
	}
	return strings.Join(lines, "")
}
`,
  imports: ["strings"],
});
