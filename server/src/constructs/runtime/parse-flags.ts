import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "parseFlags",
  language: "go",
  source: `// parseFlags parses flags wherever they stand, short ones also in groups, and gives the other arguments.
func parseFlags(flags *flag.FlagSet, arguments []string) []string {
	others := []string{}
	for {
		rest := leadingFlags(flags, arguments)
		at := len(arguments) - len(rest)
		if len(rest) == 0 || at > 0 && arguments[at-1] == "--" {
			return append(others, rest...)
		}
		others, arguments = append(others, rest[0]), rest[1:]
	}
}
`,
  uses: ["leadingFlags"],
  imports: ["flag"],
});
