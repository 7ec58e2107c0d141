import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "compactJSON",
  language: "go",
  source: `// compactJSON leaves out the blanks between the parts of JSON.
func compactJSON(text string) string {
	var out bytes.Buffer
	if err := json.Compact(&out, []byte(text)); err != nil {
		panic(err)
	}
	return out.String()
}
`,
  imports: ["bytes", "encoding/json"],
});
