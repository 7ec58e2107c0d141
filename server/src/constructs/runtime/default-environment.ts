import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "defaultEnvironment",
  language: "go",
  source: `// defaultEnvironment gives a variable of the environment, which is set first where it is not there.
func defaultEnvironment(name, value string) string {
	if present, ok := os.LookupEnv(name); ok {
		return present
	}
	os.Setenv(name, value)
	return value
}
`,
  imports: ["os"],
});
