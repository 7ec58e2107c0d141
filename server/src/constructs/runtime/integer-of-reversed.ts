import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "integerOfReversed",
  language: "go",
  source: `// integerOfReversed reads bytes as an integer, the lowest first.
func integerOfReversed(data []byte) int {
	reversed := slices.Clone(data)
	slices.Reverse(reversed)
	return integerOf(reversed)
}
`,
  uses: ["integerOf"],
  imports: ["slices"],
});
