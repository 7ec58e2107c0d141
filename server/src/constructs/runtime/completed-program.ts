import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "completedProgram",
  language: "go",
  source: `// completedProgram is what a program has left behind.
type completedProgram struct {
	stdout, stderr string
	code           int
}
`,
});
