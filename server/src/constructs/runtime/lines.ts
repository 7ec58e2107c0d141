import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "lines",
  language: "go",
  source: `// lines gives the lines of a text with their ends, as they are read.
func lines(reader io.Reader) iter.Seq[string] {
	buffered := bufio.NewReader(reader)
	return func(yield func(string) bool) {
		for {
			line, err := buffered.ReadString('\\n')
			if line != "" && !yield(line) || err != nil {
				return
			}
		}
	}
}
`,
  imports: ["bufio", "io", "iter"],
});
