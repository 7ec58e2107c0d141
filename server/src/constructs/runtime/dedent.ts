import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "dedent",
  language: "go",
  source: `// dedent takes away the blanks that all lines begin with.
func dedent(text string) string {
	lines := strings.Split(text, "\\n")
	margin := -1
	var common string
	for i, line := range lines {
		rest := strings.TrimLeft(line, " \\t")
		if rest == "" {
			lines[i] = ""
			continue
		}
		blanks := line[:len(line)-len(rest)]
		if margin < 0 {
			common = blanks
		}
		for !strings.HasPrefix(blanks, common) {
			common = common[:len(common)-1]
		}
		margin = len(common)
	}
	for i, line := range lines {
		lines[i] = strings.TrimPrefix(line, common)
	}
	return strings.Join(lines, "\\n")
}
`,
  imports: ["strings"],
});
