import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "matchStart",
  language: "go",
  source: `// matchStart finds a match of a pattern at the start of a text; nil where there is none.
func matchStart(pattern *regexp.Regexp, text string) *textMatch {
	return searchText(regexp.MustCompile(\`\\A(?:\`+pattern.String()+\`)\`), text)
}
`,
  uses: ["searchText"],
  imports: ["regexp"],
});
