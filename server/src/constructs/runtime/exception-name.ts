import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "exceptionName",
  language: "go",
  source: `// exceptionName gives the name of the type of err, without its package.
func exceptionName(err error) string {
	if wrapped, ok := err.(interface{ plain() error }); ok {
		return exceptionName(wrapped.plain())
	}
	name := fmt.Sprintf("%T", err)
	return name[strings.LastIndex(name, ".")+1:]
}`,
  imports: ["fmt", "strings"],
});
