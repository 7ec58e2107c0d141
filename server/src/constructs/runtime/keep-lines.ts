import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "keepLines",
  language: "go",
  source: `// keepLines parts a text into lines that keep their ends.
func keepLines(text string) []string {
	lines := strings.SplitAfter(text, "\\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}
`,
  imports: ["strings"],
});
