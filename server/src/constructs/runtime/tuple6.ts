import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "Tuple6",
  language: "go",
  source: `// Tuple6 holds six values of different types side by side.
type Tuple6[A, B, C, D, E, F any] struct {
	First  A
	Second B
	Third  C
	Fourth D
	Fifth  E
	Sixth  F
}
`,
});
