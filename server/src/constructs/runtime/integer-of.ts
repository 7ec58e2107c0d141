import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "integerOf",
  language: "go",
  source: `// integerOf reads bytes as an integer, the highest first.
func integerOf(data []byte) int {
	value := 0
	for _, b := range data {
		if value>>55 != 0 {
			panic("the bytes are those of an integer of more than 64 bits")
		}
		value = value<<8 | int(b)
	}
	return value
}
`,
});
