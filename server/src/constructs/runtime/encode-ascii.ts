import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "encodeASCII",
  language: "go",
  source: `// encodeASCII gives the bytes of a text whose characters must all be of ASCII.
func encodeASCII(text string) ([]byte, error) {
	for i, r := range []rune(text) {
		if r > 127 {
			return nil, fmt.Errorf("'ascii' codec can't encode character %q in position %d: ordinal not in range(128)", r, i)
		}
	}
	return []byte(text), nil
}
`,
  imports: ["fmt"],
});
