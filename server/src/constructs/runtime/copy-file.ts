import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "copyFile",
  language: "go",
  source: `// copyFile copies what is in a file, into a folder under the same name.
func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if info, err := os.Stat(to); err == nil && info.IsDir() {
		to = filepath.Join(to, filepath.Base(from))
	}
	return os.WriteFile(to, data, 0o666)
}
`,
  imports: ["os", "path/filepath"],
});
