import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "ptr",
  language: "go",
  source: `// ptr gives a pointer to a copy of the value.
func ptr[T any](value T) *T {
	return &value
}
`,
});
