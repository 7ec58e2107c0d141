import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "absInt",
  language: "go",
  source: `// absInt gives the magnitude of an integer.
func absInt(value int) int {
	if value < 0 {
		return -value
	}
	return value
}
`,
});
