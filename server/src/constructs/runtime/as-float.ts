import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asFloat",
  language: "go",
  source: `// asFloat gives a number of either kind as a float.
func asFloat(value any) float64 {
	if whole, ok := value.(int); ok {
		return float64(whole)
	}
	return value.(float64)
}
`,
});
