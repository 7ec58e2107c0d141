import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "show_time",
  language: "python",
  source: `def show_time(time: datetime.datetime) -> str:
    """Writes a time as Go prints it."""
    fraction = f".{time.microsecond:06d}".rstrip("0").rstrip(".")
    return f"{time:%Y-%m-%d %H:%M:%S}{fraction} {time:%z %Z}"
`,
  imports: ["import datetime"],
});
