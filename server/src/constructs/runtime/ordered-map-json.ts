import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "orderedMapJSON",
  language: "go",
  source: `// MarshalJSON shows the entries in their order.
func (m *orderedMap[K, V]) MarshalJSON() ([]byte, error) {
	var text bytes.Buffer
	for i, key := range m.keys {
		name, err := json.Marshal(fmt.Sprint(key))
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(m.entries[key])
		if err != nil {
			return nil, err
		}
		if i > 0 {
			text.WriteByte(',')
		}
		fmt.Fprintf(&text, "%s:%s", name, value)
	}
	return fmt.Appendf(nil, "{%s}", text.Bytes()), nil
}

// UnmarshalJSON reads the entries in their order.
func (m *orderedMap[K, V]) UnmarshalJSON(data []byte) error {
	m.keys = nil
	if err := json.Unmarshal(data, &m.entries); err != nil {
		return err
	}
	if m.entries == nil {
		return nil
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	if _, err := decoder.Token(); err != nil {
		return err
	}
	for decoder.More() {
		var value json.RawMessage
		name, err := decoder.Token()
		if err == nil {
			err = decoder.Decode(&value)
		}
		if err != nil {
			return err
		}
		key, ok := any(name).(K)
		if !ok {
			continue
		}
		if !slices.Contains(m.keys, key) {
			m.keys = append(m.keys, key)
		}
		item := m.entries[key]
		if open, ok := any(&item).(*any); ok {
			if *open, err = parseJSON(string(value)); err != nil {
				return err
			}
			m.entries[key] = item
		}
	}
	return nil
}
`,
  uses: ["orderedMap", "parseJSON"],
  imports: ["bytes", "encoding/json", "fmt", "slices"],
});
