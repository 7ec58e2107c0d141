import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "monotonic",
  language: "go",
  source: `// started is when the program began.
var started = time.Now()

// monotonic gives the seconds since then.
func monotonic() float64 {
	return time.Since(started).Seconds()
}
`,
  imports: ["time"],
});
