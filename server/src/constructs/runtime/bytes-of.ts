import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "bytesOf",
  language: "go",
  source: `// bytesOf gives an integer as so many bytes, the highest first.
func bytesOf(value, length int) ([]byte, error) {
	data := make([]byte, length)
	for i := length - 1; i >= 0; i-- {
		data[i] = byte(value)
		value >>= 8
	}
	if value != 0 {
		return nil, errors.New("int too big to convert")
	}
	return data, nil
}
`,
  imports: ["errors"],
});
