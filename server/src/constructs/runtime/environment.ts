import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "environment",
  language: "go",
  source: `// environment gives a variable of the environment, or a fallback where it is not set.
func environment(name, fallback string) string {
	if value, ok := os.LookupEnv(name); ok {
		return value
	}
	return fallback
}
`,
  imports: ["os"],
});
