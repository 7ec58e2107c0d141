import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "showUsage",
  language: "go",
  source: `// showUsage writes the usage to standard output.
func showUsage(flags *flag.FlagSet) {
	flags.SetOutput(os.Stdout)
	flags.Usage()
	flags.SetOutput(os.Stderr)
}
`,
  imports: ["flag", "os"],
});
