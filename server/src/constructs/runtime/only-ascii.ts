import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "onlyASCII",
  language: "go",
  source: `// onlyASCII leaves out the characters that are not of ASCII.
func onlyASCII(text string) string {
	return strings.Map(func(r rune) rune {
		if r > 127 {
			return -1
		}
		return r
	}, text)
}
`,
  imports: ["strings"],
});
