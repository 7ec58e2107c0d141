import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "sample",
  language: "go",
  source: `// sample draws elements from different places.
func sample[T any](list []T, count int) []T {
	drawn := make([]T, count)
	for i, place := range rand.Perm(len(list))[:count] {
		drawn[i] = list[place]
	}
	return drawn
}
`,
  imports: ["math/rand"],
});
