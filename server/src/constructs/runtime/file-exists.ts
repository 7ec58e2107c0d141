import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "fileExists",
  language: "go",
  source: `// fileExists reports whether there is something at a path.
func fileExists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
`,
  imports: ["os"],
});
