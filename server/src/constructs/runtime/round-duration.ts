import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "roundDuration",
  language: "go",
  source: `// roundDuration gives a number of nanoseconds as a duration of whole microseconds, rounded half to even.
func roundDuration(nanoseconds float64) time.Duration {
	return time.Duration(math.RoundToEven(nanoseconds/1e3)) * time.Microsecond
}
`,
  imports: ["math", "time"],
});
