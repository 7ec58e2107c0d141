import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "isError",
  language: "go",
  source: `// isError reports whether err is a T, the errors that caused it aside.
func isError[T error](err error) bool {
	_, ok := asError[T](err)
	return ok
}`,
  uses: ["asError"],
});
