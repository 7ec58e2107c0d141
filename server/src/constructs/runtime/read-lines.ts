import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "readLines",
  language: "go",
  source: `// readLines reads the lines that are left, with their ends.
func readLines(reader io.Reader) ([]string, error) {
	data, err := io.ReadAll(reader)
	lines := strings.SplitAfter(string(data), "\\n")
	if last := len(lines) - 1; lines[last] == "" {
		lines = lines[:last]
	}
	return lines, err
}
`,
  imports: ["io", "strings"],
});
