import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "integerOf",
  language: "go",
  source: `// integerOf reads bytes as an integer, the highest first.
func integerOf(data []byte) int {
	value := 0
	for _, b := range data {
		value = value<<8 | int(b)
	}
	return value
}
`,
});
