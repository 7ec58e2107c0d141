import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "lookupEnvironment",
  language: "go",
  source: `// lookupEnvironment gives a variable of the environment, or nil where it is not set.
func lookupEnvironment(name string) *string {
	if value, ok := os.LookupEnv(name); ok {
		return &value
	}
	return nil
}
`,
  imports: ["os"],
});
