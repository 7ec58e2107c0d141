import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "findProgram",
  language: "go",
  source: `// findProgram gives the path of a program, or nil where there is none.
func findProgram(name string) *string {
	path, err := exec.LookPath(name)
	if err != nil {
		return nil
	}
	return &path
}
`,
  imports: ["os/exec"],
});
