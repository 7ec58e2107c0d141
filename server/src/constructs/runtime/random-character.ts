import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "randomCharacter",
  language: "go",
  source: `// randomCharacter gives one of the characters of a text.
func randomCharacter(text string) string {
	runes := []rune(text)
	return string(runes[rand.Intn(len(runes))])
}
`,
  imports: ["math/rand"],
});
