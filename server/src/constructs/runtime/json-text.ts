import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "jsonText",
  language: "go",
  source: `// jsonText writes a value as Python's json.dumps does: on one line, or with an indent.
func jsonText(value any, indent string) string {
	var out strings.Builder
	separator := ", "
	newline := ""
	if indent != "" {
		separator, newline = ",", "\\n"
	}
	writeJSON(&out, reflect.ValueOf(value), indent, newline, separator)
	return out.String()
}
`,
  uses: ["writeJSON"],
  imports: ["reflect", "strings"],
});
