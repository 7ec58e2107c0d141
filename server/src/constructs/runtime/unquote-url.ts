import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "unquoteURL",
  language: "go",
  source: `// unquoteURL replaces what is written as percent and two digits; a text that is not well formed stays.
func unquoteURL(text string) string {
	if plain, err := url.PathUnescape(text); err == nil {
		return plain
	}
	return text
}
`,
  imports: ["net/url"],
});
