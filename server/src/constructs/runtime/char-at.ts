import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "charAt",
  language: "go",
  source: `// charAt gives the character at an index, which counts from the end when it is negative.
func charAt(text string, index int) string {
	runes := []rune(text)
	if index < 0 {
		index += len(runes)
	}
	return string(runes[index])
}
`,
});
