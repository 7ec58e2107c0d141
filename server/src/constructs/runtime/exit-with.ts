import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "exitWith",
  language: "go",
  source: `// exitWith ends the program with a message.
func exitWith(message string) {
	fmt.Fprintln(os.Stderr, message)
	os.Exit(1)
}
`,
  imports: ["fmt", "os"],
});
