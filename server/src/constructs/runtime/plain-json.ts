import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "plainJSON",
  language: "go",
  source: `// escapedJSON finds escaped characters outside of ASCII, and what only looks like them.
var escapedJSON = regexp.MustCompile("\\\\\\\\\\\\\\\\|(?:\\\\\\\\u(?:[1-9a-f][0-9a-f]{3}|0[1-9a-f][0-9a-f]{2}|00[89a-f][0-9a-f]))+")

// plainJSON writes characters outside of ASCII as themselves.
func plainJSON(text string) string {
	return escapedJSON.ReplaceAllStringFunc(text, func(part string) string {
		var plain string
		if err := json.Unmarshal([]byte("\\""+part+"\\""), &plain); err != nil || plain == "\\\\" {
			return part
		}
		return plain
	})
}
`,
  imports: ["encoding/json", "regexp"],
});
