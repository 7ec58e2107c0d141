import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "parentFolder",
  language: "go",
  source: `// parentFolder gives what stands before the last name of a path.
func parentFolder(path string) string {
	folder := path[:strings.LastIndex(path, "/")+1]
	if parent := strings.TrimRight(folder, "/"); parent != "" {
		return parent
	}
	return folder
}
`,
  imports: ["strings"],
});
