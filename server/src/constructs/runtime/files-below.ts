import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "filesBelow",
  language: "go",
  source: `// filesBelow gives the paths, in a folder and the folders in it, whose last name fits a pattern.
func filesBelow(folder, pattern string) []string {
	paths := []string{}
	filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
		if fits, _ := filepath.Match(pattern, filepath.Base(path)); fits && path != folder && err == nil {
			paths = append(paths, path)
		}
		return nil
	})
	return paths
}
`,
  imports: ["io/fs", "path/filepath"],
});
