import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "searchText",
  language: "go",
  source: `// searchText finds the first match of a pattern in a text; nil where there is none.
func searchText(pattern *regexp.Regexp, text string) *textMatch {
	places := pattern.FindStringSubmatchIndex(text)
	if places == nil {
		return nil
	}
	return &textMatch{text, places, pattern}
}
`,
  uses: ["textMatch"],
  imports: ["regexp"],
});
