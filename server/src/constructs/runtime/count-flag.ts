import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "countFlag",
  language: "go",
  source: `// countFlag defines a flag that counts how often it is given.
func countFlag(flags *flag.FlagSet, name, usage string) *int {
	count := new(int)
	flags.BoolFunc(name, usage, func(string) error {
		*count++
		return nil
	})
	return count
}
`,
  imports: ["flag"],
});
