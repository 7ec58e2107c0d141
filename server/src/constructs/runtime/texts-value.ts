import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "textsValue",
  language: "go",
  source: `// textsValue collects the values of a flag.
type textsValue []string

func (values *textsValue) String() string { return strings.Join(*values, " ") }

func (values *textsValue) Set(text string) error {
	*values = append(*values, text)
	return nil
}
`,
  imports: ["strings"],
});
