import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "isAlnum",
  language: "go",
  source: `// isAlnum reports whether a character is a letter or a number.
func isAlnum(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}
`,
  imports: ["unicode"],
});
