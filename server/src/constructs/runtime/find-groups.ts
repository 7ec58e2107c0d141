import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "findGroups",
  language: "go",
  source: `// findGroups gives what the first group took in each match of a pattern.
func findGroups(pattern *regexp.Regexp, text string) []string {
	found := []string{}
	for _, match := range pattern.FindAllStringSubmatch(text, -1) {
		found = append(found, match[1])
	}
	return found
}
`,
  imports: ["regexp"],
});
