import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "readAll",
  language: "go",
  source: `// readAll reads all that is left as text.
func readAll(reader io.Reader) string {
	data, err := io.ReadAll(reader)
	if err != nil {
		panic(err)
	}
	return string(data)
}
`,
  imports: ["io"],
});
