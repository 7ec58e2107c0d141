import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "isBelow",
  language: "go",
  source: `// isBelow reports whether a path is the folder or lies in it.
func isBelow(path, folder string) bool {
	return path == folder || folder == "." && !strings.HasPrefix(path, "/") || strings.HasPrefix(path, strings.TrimSuffix(folder, "/")+"/")
}
`,
  imports: ["strings"],
});
