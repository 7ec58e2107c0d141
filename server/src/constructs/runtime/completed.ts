import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "completed",
  language: "go",
  source: `// completed runs a program to its end, however it ends.
func completed(words []string) completedProgram {
	var stdout, stderr strings.Builder
	command := exec.Command(words[0], words[1:]...)
	command.Stdout, command.Stderr = &stdout, &stderr
	if err := command.Run(); err != nil && command.ProcessState == nil {
		panic(err)
	}
	return completedProgram{stdout.String(), stderr.String(), command.ProcessState.ExitCode()}
}
`,
  uses: ["completedProgram"],
  imports: ["os/exec", "strings"],
});
