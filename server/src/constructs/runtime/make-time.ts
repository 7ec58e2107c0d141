import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "make_time",
  language: "python",
  source: `def make_time(year: int, month: int, day: int, hour: int, minute: int, second: int, nanosecond: int, zone: datetime.tzinfo | None) -> datetime.datetime:
    """Makes a time of parts that may lie outside of their range, which are carried over."""
    years, month = divmod(month - 1, 12)
    start = datetime.datetime(year + years, month + 1, 1, tzinfo=zone)
    rest = datetime.timedelta(day - 1, second, nanosecond / 1000, minutes=minute, hours=hour)
    return start + rest if zone else (start + rest).astimezone()
`,
  imports: ["import datetime"],
});
