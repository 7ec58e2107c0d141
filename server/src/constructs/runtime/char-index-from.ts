import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "charIndexFrom",
  language: "go",
  source: `// charIndexFrom gives the place of the first part of a text from a place on, counted in characters, or -1.
func charIndexFrom(text, part string, start int) int {
	runes := []rune(text)
	if start < 0 {
		start = max(start+len(runes), 0)
	}
	if start > len(runes) {
		return -1
	}
	at := charIndex(string(runes[start:]), part)
	if at < 0 {
		return -1
	}
	return start + at
}
`,
  uses: ["charIndex"],
});
