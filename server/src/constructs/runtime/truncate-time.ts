import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "truncate_time",
  language: "python",
  source: `def truncate_time(time: datetime.datetime, unit: datetime.timedelta) -> datetime.datetime:
    """Rounds down to a multiple of the unit, counted from the year one."""
    return time - (time - datetime.datetime(1, 1, 1, tzinfo=datetime.timezone.utc)) % unit
`,
  imports: ["import datetime"],
});
