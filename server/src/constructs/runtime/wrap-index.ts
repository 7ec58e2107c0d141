import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "wrapIndex",
  language: "go",
  source: `// wrapIndex turns an index that may count from the end into one that counts from the start.
func wrapIndex(index, length int) int {
	if index < 0 {
		return index + length
	}
	return index
}
`,
});
