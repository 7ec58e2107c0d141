import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "splitExtension",
  language: "go",
  source: `// splitExtension parts a path before its extension.
func splitExtension(path string) [2]string {
	end := len(path) - len(extension(path))
	return [2]string{path[:end], path[end:]}
}
`,
  uses: ["extension"],
});
