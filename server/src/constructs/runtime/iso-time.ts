import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "isoTime",
  language: "go",
  source: `// isoTime writes a time as Python does; a local time is one without a zone there.
func isoTime(t time.Time, separator string) string {
	layout := "2006-01-02" + separator + "15:04:05"
	if t.Nanosecond() >= 1000 {
		layout += ".000000"
	}
	if t.Location() != time.Local {
		layout += "-07:00"
	}
	return t.Format(layout)
}
`,
  imports: ["time"],
});
