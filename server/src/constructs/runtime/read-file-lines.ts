import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "readFileLines",
  language: "go",
  source: `// readFileLines reads the lines of a file without their ends.
func readFileLines(path string) ([]string, error) {
	data, err := os.ReadFile(path)
	return splitLines(string(data)), err
}
`,
  uses: ["splitLines"],
  imports: ["os"],
});
