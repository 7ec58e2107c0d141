import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "durationText",
  language: "go",
  source: `// durationText writes a duration as Python writes a timedelta: days, then hours, minutes and seconds.
func durationText(d time.Duration) string {
	days := int(math.Floor(d.Hours() / 24))
	rest := d - time.Duration(days)*24*time.Hour
	text := fmt.Sprintf("%d:%02d:%02d", int(rest.Hours()), int(rest.Minutes())%60, int(rest.Seconds())%60)
	if fraction := rest % time.Second / time.Microsecond; fraction != 0 {
		text += fmt.Sprintf(".%06d", int(fraction))
	}
	switch days {
	case 0:
		return text
	case 1, -1:
		return fmt.Sprintf("%d day, %s", days, text)
	}
	return fmt.Sprintf("%d days, %s", days, text)
}
`,
  imports: ["fmt", "math", "time"],
});
