import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "Triple",
  language: "go",
  source: `// Triple holds three values of different types side by side.
type Triple[A, B, C any] struct {
	First  A
	Second B
	Third  C
}
`,
});
