import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "parseJSON",
  language: "go",
  source: `// parseJSON reads JSON of any kind; whole numbers become integers.
func parseJSON(text string) (any, error) {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, err
	}
	return withIntegers(value), nil
}

// withIntegers replaces numbers by integers and floats.
func withIntegers(value any) any {
	switch value := value.(type) {
	case json.Number:
		if whole, err := value.Int64(); err == nil {
			return int(whole)
		}
		number, _ := value.Float64()
		return number
	case []any:
		for i, item := range value {
			value[i] = withIntegers(item)
		}
	case map[string]any:
		for name, item := range value {
			value[name] = withIntegers(item)
		}
	}
	return value
}
`,
  imports: ["encoding/json", "strings"],
});
