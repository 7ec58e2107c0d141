import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "readFile",
  language: "go",
  source: `// readFile reads a file as text.
func readFile(path string) (string, error) {
	data, err := os.ReadFile(path)
	return string(data), err
}
`,
  imports: ["os"],
});
