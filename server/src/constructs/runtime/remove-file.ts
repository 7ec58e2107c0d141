import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "removeFile",
  language: "go",
  source: `// removeFile removes a file, if there is one.
func removeFile(path string) error {
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
`,
  imports: ["errors", "io/fs", "os"],
});
