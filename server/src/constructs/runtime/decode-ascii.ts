import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "decodeASCII",
  language: "go",
  source: `// decodeASCII gives the text of bytes that must all be of ASCII.
func decodeASCII(data []byte) (string, error) {
	for i, b := range data {
		if b > 127 {
			return "", fmt.Errorf("'ascii' codec can't decode byte 0x%02x in position %d: ordinal not in range(128)", b, i)
		}
	}
	return string(data), nil
}
`,
  imports: ["fmt"],
});
