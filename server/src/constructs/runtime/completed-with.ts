import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "completedWith",
  language: "go",
  source: `// completedWith runs a program that reads a text, to its end, however it ends.
func completedWith(words []string, input string) completedProgram {
	var stdout, stderr strings.Builder
	command := exec.Command(words[0], words[1:]...)
	command.Stdin, command.Stdout, command.Stderr = strings.NewReader(input), &stdout, &stderr
	if err := command.Run(); err != nil && command.ProcessState == nil {
		panic(err)
	}
	return completedProgram{stdout.String(), stderr.String(), command.ProcessState.ExitCode()}
}
`,
  uses: ["completedProgram"],
  imports: ["os/exec", "strings"],
});
