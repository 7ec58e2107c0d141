import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "log_time",
  language: "python",
  source: `def log_time() -> str:
    """Gives date and time as Go's log begins its lines."""
    return time.strftime("%Y/%m/%d %H:%M:%S")
`,
  imports: ["import time"],
});
