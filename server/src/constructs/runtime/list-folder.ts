import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "listFolder",
  language: "go",
  source: `// listFolder gives the names in a folder.
func listFolder(path string) ([]string, error) {
	entries, err := os.ReadDir(path)
	names := make([]string, len(entries))
	for i, entry := range entries {
		names[i] = entry.Name()
	}
	return names, err
}
`,
  imports: ["os"],
});
