import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "bytesFrom",
  language: "go",
  source: `// bytesFrom gives integers as bytes.
func bytesFrom(values []int) ([]byte, error) {
	data := make([]byte, 0, len(values))
	for _, value := range values {
		if value < 0 || value > 255 {
			return nil, errors.New("bytes must be in range(0, 256)")
		}
		data = append(data, byte(value))
	}
	return data, nil
}
`,
  imports: ["errors"],
});
