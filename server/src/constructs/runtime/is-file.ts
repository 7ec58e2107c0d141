import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "isFile",
  language: "go",
  source: `// isFile reports whether there is a regular file at the path.
func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
`,
  imports: ["os"],
});
