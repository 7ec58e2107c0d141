import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "newFlags",
  language: "go",
  source: `// newFlags makes a set of flags that shows its usage and ends the program where they are wrong.
func newFlags(name, usage string) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ExitOnError)
	flags.Usage = func() {
		fmt.Fprintln(flags.Output(), usage)
		flags.PrintDefaults()
	}
	return flags
}
`,
  imports: ["flag", "fmt"],
});
