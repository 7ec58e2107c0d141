import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "splitErrors",
  language: "go",
  source: `// splitErrors parts err, which may be a group, into the errors that fit and what is left.
func splitErrors(err error, fits func(error) bool) (*ExceptionGroup, error) {
	if group, ok := err.(*ExceptionGroup); ok {
		matched, others := splitGroup(group, fits)
		if others == nil {
			return matched, nil
		}
		return matched, others
	}
	if err != nil && fits(err) {
		return &ExceptionGroup{"", []error{err}}, nil
	}
	return nil, err
}`,
  uses: ["splitGroup"],
});
