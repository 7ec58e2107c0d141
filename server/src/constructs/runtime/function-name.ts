import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "functionName",
  language: "go",
  source: `// functionName gives the name of a function of the program, in Python's spelling.
func functionName(function any) string {
	name := runtime.FuncForPC(reflect.ValueOf(function).Pointer()).Name()
	name = name[strings.LastIndex(name, ".")+1:]
	name = regexp.MustCompile("([a-z0-9])([A-Z])").ReplaceAllString(name, "\${1}_\${2}")
	name = regexp.MustCompile("([A-Z])([A-Z][a-z])").ReplaceAllString(name, "\${1}_\${2}")
	return strings.ToLower(name)
}`,
  imports: ["reflect", "regexp", "runtime", "strings"],
});
