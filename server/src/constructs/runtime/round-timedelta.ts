import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "round_duration",
  language: "python",
  source: `def round_duration(duration: datetime.timedelta, unit: datetime.timedelta) -> datetime.timedelta:
    """Rounds to a multiple of the unit, halves away from zero."""
    rounded = (2 * abs(duration) + unit) // (2 * unit) * unit
    return rounded if duration >= datetime.timedelta(0) else -rounded
`,
  imports: ["import datetime"],
});
