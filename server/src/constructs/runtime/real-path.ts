import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "realPath",
  language: "go",
  source: `// realPath gives the absolute path without links, as far as it exists.
func realPath(path string) string {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	if real, err := filepath.EvalSymlinks(absolute); err == nil {
		return real
	}
	return absolute
}
`,
  imports: ["path/filepath"],
});
