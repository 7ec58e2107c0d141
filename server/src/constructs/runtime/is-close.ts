import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "isClose",
  language: "go",
  source: `// isClose reports whether two numbers differ by little.
func isClose(a, b, relative, absolute float64) bool {
	if a == b {
		return true
	}
	if math.IsInf(a, 0) || math.IsInf(b, 0) {
		return false
	}
	difference := math.Abs(a - b)
	return difference <= math.Max(relative*math.Max(math.Abs(a), math.Abs(b)), absolute)
}
`,
  imports: ["math"],
});
