import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "Tuple5",
  language: "go",
  source: `// Tuple5 holds five values of different types side by side.
type Tuple5[A, B, C, D, E any] struct {
	First  A
	Second B
	Third  C
	Fourth D
	Fifth  E
}
`,
});
