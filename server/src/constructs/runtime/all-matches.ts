import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "allMatches",
  language: "go",
  source: `// allMatches gives the matches of a pattern in a text, one behind the other.
func allMatches(pattern *regexp.Regexp, text string) iter.Seq[*textMatch] {
	return func(yield func(*textMatch) bool) {
		for _, places := range pattern.FindAllStringSubmatchIndex(text, -1) {
			if !yield(&textMatch{text, places, pattern}) {
				return
			}
		}
	}
}
`,
  uses: ["textMatch"],
  imports: ["iter", "regexp"],
});
