import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "errorsOf",
  language: "go",
  source: `// errorsOf gives those errors that are a T.
func errorsOf[T error](errs []error) []T {
	found := []T{}
	for _, err := range errs {
		if own, ok := err.(T); ok {
			found = append(found, own)
		}
	}
	return found
}`,
});
