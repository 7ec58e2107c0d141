import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "decodeJSON",
  language: "go",
  source: `// decodeJSON reads JSON as a value of a type.
func decodeJSON[T any](text string) (T, error) {
	var value T
	err := json.Unmarshal([]byte(text), &value)
	return value, err
}
`,
  imports: ["encoding/json"],
});
