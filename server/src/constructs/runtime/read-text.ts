import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "readText",
  language: "go",
  source: `// readText gives the next line of the standard input with its end; behind the last one it is empty.
func readText() string {
	line, _ := standardInput.ReadString('\\n')
	return line
}
`,
  uses: ["standardInput"],
});
