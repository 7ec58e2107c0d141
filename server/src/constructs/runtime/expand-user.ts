import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "expandUser",
  language: "go",
  source: `// expandUser replaces a tilde at the beginning by the user's home folder.
func expandUser(path string) string {
	if home, err := os.UserHomeDir(); err == nil && (path == "~" || strings.HasPrefix(path, "~/")) {
		return home + path[1:]
	}
	return path
}
`,
  imports: ["os", "strings"],
});
