import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "mode",
  language: "go",
  source: `// mode gives the element that comes most often; of several, the first.
func mode[T comparable](list []T) T {
	counts := map[T]int{}
	for _, item := range list {
		counts[item]++
	}
	most := list[0]
	for _, item := range list {
		if counts[item] > counts[most] {
			most = item
		}
	}
	return most
}
`,
});
