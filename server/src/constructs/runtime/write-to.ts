import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "writeTo",
  language: "go",
  source: `// writeTo writes text.
func writeTo(writer io.Writer, text string) error {
	_, err := io.WriteString(writer, text)
	return err
}
`,
  imports: ["io"],
});
