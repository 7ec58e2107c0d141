import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "choices",
  language: "go",
  source: `// choices draws elements, each of which may come several times.
func choices[T any](list []T, count int) []T {
	drawn := make([]T, count)
	for i := range drawn {
		drawn[i] = list[rand.Intn(len(list))]
	}
	return drawn
}
`,
  imports: ["math/rand"],
});
