import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "parseJSON",
  language: "go",
  source: `// parseJSON reads JSON of any kind: whole numbers become integers, and objects keep their order.
func parseJSON(text string) (any, error) {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	value, err := readJSON(decoder)
	if err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, errors.New("extra data behind the value")
	}
	return value, nil
}

// readJSON reads one value.
func readJSON(decoder *json.Decoder) (any, error) {
	token, err := decoder.Token()
	switch token := token.(type) {
	case json.Number:
		if whole, err := token.Int64(); err == nil {
			return int(whole), nil
		}
		return token.Float64()
	case json.Delim:
		list, object := []any{}, &orderedMap[string, any]{}
		for decoder.More() {
			var name any
			if token == '{' {
				if name, err = decoder.Token(); err != nil {
					return nil, err
				}
			}
			item, err := readJSON(decoder)
			if err != nil {
				return nil, err
			}
			if token == '{' {
				object.Set(name.(string), item)
			} else {
				list = append(list, item)
			}
		}
		_, err := decoder.Token()
		if token == '{' {
			return object, err
		}
		return list, err
	}
	return token, err
}
`,
  uses: ["orderedMap"],
  imports: ["encoding/json", "errors", "io", "strings"],
});
