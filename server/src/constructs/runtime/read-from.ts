import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "readFrom",
  language: "go",
  source: `// readFrom reads all that is left as text.
func readFrom(reader io.Reader) (string, error) {
	data, err := io.ReadAll(reader)
	return string(data), err
}
`,
  imports: ["io"],
});
