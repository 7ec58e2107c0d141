import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "exceptionName",
  language: "go",
  source: `// exceptionName gives the name of the type of err, without its package.
func exceptionName(err error) string {
	if caused, ok := err.(*causedError); ok {
		return exceptionName(caused.error)
	}
	name := fmt.Sprintf("%T", err)
	return name[strings.LastIndex(name, ".")+1:]
}`,
  uses: ["withCause"],
  imports: ["fmt", "strings"],
});
