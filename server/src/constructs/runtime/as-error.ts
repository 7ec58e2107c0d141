import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asError",
  language: "go",
  source: `// asError finds a T in err itself, as Python's except does: not among the errors that caused it.
func asError[T error](err error) (T, bool) {
	if own, ok := err.(T); ok {
		return own, true
	}
	var target T
	holder, ok := err.(interface{ As(any) bool })
	found := ok && holder.As(&target)
	return target, found
}`,
});
