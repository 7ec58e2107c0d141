import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "globFiles",
  language: "go",
  source: `// globFiles gives the paths that fit a pattern; names that begin with a dot only where the pattern's does.
func globFiles(pattern string) []string {
	paths, _ := filepath.Glob(strings.ReplaceAll(pattern, "[!", "[^"))
	return slices.DeleteFunc(paths, func(path string) bool {
		return strings.HasPrefix(filepath.Base(path), ".") && !strings.HasPrefix(filepath.Base(pattern), ".")
	})
}
`,
  imports: ["path/filepath", "slices", "strings"],
});
