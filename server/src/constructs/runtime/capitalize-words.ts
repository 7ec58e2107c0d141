import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "capitalizeWords",
  language: "go",
  source: `// capitalizeWords writes the words with one blank between them and the first letter of each in upper case.
func capitalizeWords(text string) string {
	words := strings.Fields(text)
	for i, word := range words {
		words[i] = capitalize(word)
	}
	return strings.Join(words, " ")
}
`,
  uses: ["capitalize"],
  imports: ["strings"],
});
