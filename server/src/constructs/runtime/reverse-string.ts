import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "reverseString",
  language: "go",
  source: `// reverseString gives the characters of the text, last one first.
func reverseString(text string) string {
	runes := []rune(text)
	slices.Reverse(runes)
	return string(runes)
}
`,
  imports: ["slices"],
});
