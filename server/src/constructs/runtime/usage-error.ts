import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "usageError",
  language: "go",
  source: `// usageError shows the usage and what is wrong with the arguments.
func usageError(flags *flag.FlagSet, message string) {
	flags.Usage()
	fmt.Fprintf(flags.Output(), "%s: error: %s\\n", flags.Name(), message)
}
`,
  imports: ["flag", "fmt"],
});
