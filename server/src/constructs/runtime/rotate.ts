import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "rotate",
  language: "go",
  source: `// rotate moves the elements towards the end; those that leave it come in at the front.
func rotate[T any](list []T, count int) {
	if len(list) == 0 {
		return
	}
	place := ((-count)%len(list) + len(list)) % len(list)
	copy(list, slices.Concat(list[place:], list[:place]))
}
`,
  imports: ["slices"],
});
