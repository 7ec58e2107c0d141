import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "add_date",
  language: "python",
  source: `def add_date(time: datetime.datetime, years: int, months: int, days: int) -> datetime.datetime:
    """Adds to the date; a day that the month does not have is carried over into the next."""
    more, month = divmod(time.month - 1 + months, 12)
    first = time.replace(year=time.year + years + more, month=month + 1, day=1)
    return first + datetime.timedelta(days=time.day - 1 + days)
`,
  imports: ["import datetime"],
});
