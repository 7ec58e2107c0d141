import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "matchWhole",
  language: "go",
  source: `// matchWhole matches a whole text with a pattern; nil where it does not fit.
func matchWhole(pattern *regexp.Regexp, text string) *textMatch {
	return searchText(regexp.MustCompile(\`\\A(?:\`+pattern.String()+\`)\\z\`), text)
}
`,
  uses: ["searchText"],
  imports: ["regexp"],
});
