import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "programOutput",
  language: "go",
  source: `// programOutput runs a program and gives what it writes.
func programOutput(words []string) (string, error) {
	output, err := exec.Command(words[0], words[1:]...).Output()
	return string(output), err
}
`,
  imports: ["os/exec"],
});
