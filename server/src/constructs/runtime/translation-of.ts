import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "translationOf",
  language: "go",
  source: `// translationOf is the table that replaces the keys, each a single character, with their values.
func translationOf(replacements map[string]string) map[int]string {
	table := map[int]string{}
	for from, to := range replacements {
		r, _ := utf8.DecodeRuneInString(from)
		table[int(r)] = to
	}
	return table
}
`,
  imports: ["unicode/utf8"],
});
