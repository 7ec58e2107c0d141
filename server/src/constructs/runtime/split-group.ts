import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "splitGroup",
  language: "go",
  source: `// splitGroup parts a group into the errors that fit and the others; without any of them there is no group.
func splitGroup(group *ExceptionGroup, fits func(error) bool) (matched, others *ExceptionGroup) {
	add := func(to **ExceptionGroup, err error) {
		if *to == nil {
			*to = &ExceptionGroup{Message: group.Message}
		}
		(*to).Errors = append((*to).Errors, err)
	}
	for _, err := range group.Errors {
		inner, ok := err.(*ExceptionGroup)
		if !ok && fits(err) {
			add(&matched, err)
		} else if !ok {
			add(&others, err)
		} else {
			fitting, rest := splitGroup(inner, fits)
			if fitting != nil {
				add(&matched, fitting)
			}
			if rest != nil {
				add(&others, rest)
			}
		}
	}
	return matched, others
}`,
  uses: ["ExceptionGroup"],
});
