import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "isFolder",
  language: "go",
  source: `// isFolder reports whether there is a folder at the path.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
`,
  imports: ["os"],
});
