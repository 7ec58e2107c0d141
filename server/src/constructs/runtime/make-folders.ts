import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "makeFolders",
  language: "go",
  source: `// makeFolders makes a folder and those above it; that it is there already is an error.
func makeFolders(path string) error {
	if _, err := os.Stat(path); err == nil {
		return &fs.PathError{Op: "mkdir", Path: path, Err: fs.ErrExist}
	}
	return os.MkdirAll(path, 0o777)
}
`,
  imports: ["os", "io/fs"],
});
