import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "clampIndex",
  language: "go",
  source: `// clampIndex turns a bound of a slice that may be negative or too large into one that fits.
func clampIndex(index, length int) int {
	if index < 0 {
		index += length
	}
	return min(max(index, 0), length)
}
`,
});
