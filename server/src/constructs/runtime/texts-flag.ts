import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "textsFlag",
  language: "go",
  source: `// textsFlag defines a flag whose values are collected.
func textsFlag(flags *flag.FlagSet, name, usage string) *textsValue {
	var values textsValue
	flags.Var(&values, name, usage)
	return &values
}
`,
  uses: ["textsValue"],
  imports: ["flag"],
});
