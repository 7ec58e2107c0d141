import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "folderEntries",
  language: "go",
  source: `// folderEntries gives the paths of what is in a folder, sorted.
func folderEntries(path string) ([]string, error) {
	entries, err := os.ReadDir(path)
	paths := make([]string, len(entries))
	for i, entry := range entries {
		paths[i] = filepath.Join(path, entry.Name())
	}
	return paths, err
}
`,
  imports: ["os", "path/filepath"],
});
