import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "isLink",
  language: "go",
  source: `// isLink reports whether there is a symbolic link at the path.
func isLink(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}
`,
  imports: ["os", "io/fs"],
});
