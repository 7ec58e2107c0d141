import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "substring",
  language: "go",
  source: `// substring gives the characters from low up to high; bounds are cut to fit and may count from the end.
func substring(text string, low, high int) string {
	runes := []rune(text)
	low, high = clampIndex(low, len(runes)), clampIndex(high, len(runes))
	return string(runes[low:max(low, high)])
}
`,
  uses: ["clampIndex"],
});
