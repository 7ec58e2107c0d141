import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "isASCII",
  language: "go",
  source: `// isASCII reports whether all characters are of ASCII.
func isASCII(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r > 127 })
}
`,
  imports: ["strings"],
});
