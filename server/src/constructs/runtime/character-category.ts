import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "characterCategory",
  language: "go",
  source: `// characterCategory gives the two letters of the character's category in Unicode.
func characterCategory(character string) string {
	r, _ := utf8.DecodeRuneInString(character)
	for name, table := range unicode.Categories {
		if len(name) == 2 && name != "LC" && unicode.Is(table, r) {
			return name
		}
	}
	return "Cn"
}
`,
  imports: ["unicode", "unicode/utf8"],
});
