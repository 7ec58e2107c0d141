import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "readLine",
  language: "go",
  source: `var standardInput = bufio.NewReader(os.Stdin)

// readLine gives the next line of the standard input, without its end; it panics behind the last one.
func readLine(prompt string) string {
	fmt.Print(prompt)
	line, err := standardInput.ReadString('\\n')
	if err != nil && line == "" {
		panic("EOF when reading a line")
	}
	return strings.TrimSuffix(strings.TrimSuffix(line, "\\n"), "\\r")
}
`,
  imports: ["bufio", "fmt", "os", "strings"],
});
