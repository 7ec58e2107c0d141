import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "parseTime",
  language: "go",
  source: `// parseTime reads a date, or a date and a time with or without a zone, as Python's fromisoformat does.
func parseTime(text string) (time.Time, error) {
	layout := "2006-01-02"
	if len(text) > len(layout) {
		layout += text[len(layout):len(layout)+1] + "15:04:05"
		if len(text) == len("2006-01-02T15:04") {
			layout = layout[:len(text)]
		}
	}
	if t, err := time.ParseInLocation(layout, text, time.Local); err == nil {
		return t, nil
	}
	return time.Parse(layout+"Z07:00", text)
}
`,
  imports: ["time"],
});
