import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "integerOfReversed",
  language: "go",
  source: `// integerOfReversed reads bytes as an integer, the lowest first.
func integerOfReversed(data []byte) int {
	value := 0
	for i, b := range data {
		value |= int(b) << (8 * i)
	}
	return value
}
`,
});
