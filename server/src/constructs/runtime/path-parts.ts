import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "pathParts",
  language: "go",
  source: `// pathParts gives the names in a path; that of the root is a slash.
func pathParts(path string) []string {
	parts := strings.FieldsFunc(path, func(r rune) bool { return r == '/' })
	if strings.HasPrefix(path, "/") {
		return append([]string{"/"}, parts...)
	}
	if path == "." {
		return []string{}
	}
	return parts
}
`,
  imports: ["strings"],
});
