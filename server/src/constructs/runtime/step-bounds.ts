import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "stepBounds",
  language: "go",
  source: `// stepBounds gives the bounds of a slice that names none: all elements, from the end where the step is negative.
func stepBounds(length, step int) (low, high int) {
	if step < 0 {
		return length - 1, -length - 1
	}
	return 0, length
}
`,
});
