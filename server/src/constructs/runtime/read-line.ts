import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "readLine",
  language: "go",
  source: `// readLine gives the next line of the standard input without its end; behind the last one it fails.
func readLine(prompt string) (string, error) {
	fmt.Print(prompt)
	line, err := standardInput.ReadString('\\n')
	if err != nil && line == "" {
		return "", errors.New("EOF when reading a line")
	}
	return strings.TrimSuffix(line, "\\n"), nil
}
`,
  uses: ["standardInput"],
  imports: ["errors", "fmt", "strings"],
});
