import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "leadingFlags",
  language: "go",
  source: `// leadingFlags parses flags up to the first other argument; short ones may stand together with others, or with their value.
func leadingFlags(flags *flag.FlagSet, arguments []string) []string {
	for i := 0; i < len(arguments) && arguments[i] != "--"; i++ {
		word := arguments[i]
		if len(word) < 3 || word[0] != '-' || word[1] == '-' || strings.Contains(word, "=") || flags.Lookup(word[1:]) != nil {
			continue
		}
		first := flags.Lookup(word[1:2])
		if first == nil {
			continue
		}
		rest := word[2:]
		if value, ok := first.Value.(interface{ IsBoolFlag() bool }); ok && value.IsBoolFlag() {
			rest = "-" + rest
		}
		arguments = slices.Concat(arguments[:i], []string{word[:2], rest}, arguments[i+1:])
	}
	flags.Parse(arguments)
	return flags.Args()
}
`,
  imports: ["flag", "slices", "strings"],
});
