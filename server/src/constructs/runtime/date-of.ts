import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "dateOf",
  language: "go",
  source: `// dateOf gives the day of a time, which stands for a date as its midnight in UTC.
func dateOf(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
`,
  imports: ["time"],
});
