import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "matchesPattern",
  language: "go",
  source: `// matchesPattern reports whether a whole text fits a pattern with *, ? and [...].
func matchesPattern(text, pattern string) bool {
	quoted := regexp.QuoteMeta(pattern)
	quoted = strings.NewReplacer(\`\\*\`, ".*", \`\\?\`, ".", \`\\[!\`, "[^", \`\\[\`, "[", \`\\]\`, "]", \`\\-\`, "-").Replace(quoted)
	return regexp.MustCompile(\`(?s)^(?:\` + quoted + \`)$\`).MatchString(text)
}
`,
  imports: ["regexp", "strings"],
});
