import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "commonPrefix",
  language: "go",
  source: `// commonPrefix gives the longest text that all begin with.
func commonPrefix(texts []string) string {
	if len(texts) == 0 {
		return ""
	}
	prefix := texts[0]
	for _, text := range texts[1:] {
		for !strings.HasPrefix(text, prefix) {
			prefix = prefix[:len(prefix)-1]
		}
	}
	return prefix
}
`,
  imports: ["strings"],
});
