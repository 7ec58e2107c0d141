import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "Pair",
  language: "go",
  source: `// Pair holds two values of different types side by side.
type Pair[A, B any] struct {
	First  A
	Second B
}
`,
});
