import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "splitLast",
  language: "go",
  source: `// splitLast cuts a text at the last separators, at most so many times.
func splitLast(text, separator string, limit int) []string {
	parts := strings.Split(text, separator)
	if limit < 0 || len(parts) <= limit+1 {
		return parts
	}
	first := strings.Join(parts[:len(parts)-limit], separator)
	return append([]string{first}, parts[len(parts)-limit:]...)
}
`,
  imports: ["strings"],
});
