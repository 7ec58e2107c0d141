import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "Tuple4",
  language: "go",
  source: `// Tuple4 holds four values of different types side by side.
type Tuple4[A, B, C, D any] struct {
	First  A
	Second B
	Third  C
	Fourth D
}
`,
});
