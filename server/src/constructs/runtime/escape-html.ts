import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "escapeHTML",
  language: "go",
  source: `// escapeHTML writes text so that it can stand in HTML.
func escapeHTML(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\\"", "&quot;", "'", "&#x27;").Replace(text)
}
`,
  imports: ["strings"],
});
