import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "relativeTo",
  language: "go",
  source: `// relativeTo gives the path as it is seen from a folder that it lies in.
func relativeTo(path, folder string) (string, error) {
	if !isBelow(path, folder) {
		return "", fmt.Errorf("%s is not in the subpath of %s", reprString(path), reprString(folder))
	}
	return filepath.Rel(folder, path)
}
`,
  uses: ["isBelow", "reprString"],
  imports: ["fmt", "path/filepath"],
});
