import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "runProgram",
  language: "go",
  source: `// runProgram runs a program that reads and writes where this one does.
func runProgram(words []string) error {
	command := exec.Command(words[0], words[1:]...)
	command.Stdin, command.Stdout, command.Stderr = os.Stdin, os.Stdout, os.Stderr
	return command.Run()
}
`,
  imports: ["os", "os/exec"],
});
