import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "capitalize",
  language: "go",
  source: `// capitalize writes the first character in upper case and the others in lower case.
func capitalize(text string) string {
	_, size := utf8.DecodeRuneInString(text)
	return strings.ToTitle(text[:size]) + strings.ToLower(text[size:])
}
`,
  imports: ["strings", "unicode/utf8"],
});
