import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "requireEnvironment",
  language: "go",
  source: `// requireEnvironment gives a variable of the environment that must be set.
func requireEnvironment(name string) (string, error) {
	if value, ok := os.LookupEnv(name); ok {
		return value, nil
	}
	return "", fmt.Errorf("the environment has no %s", name)
}
`,
  imports: ["fmt", "os"],
});
