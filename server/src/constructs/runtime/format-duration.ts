import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "format_duration",
  language: "python",
  source: `def format_duration(duration: datetime.timedelta) -> str:
    """Writes a duration as Go does: 1h15m30.5s."""
    total = duration // datetime.timedelta(microseconds=1)
    sign, rest = ("-" if total < 0 else ""), abs(total)
    if rest == 0:
        return "0s"
    if rest < 1_000_000:
        size, unit = (1000, "ms") if rest >= 1000 else (1, "\\u00b5s")
        return f"{sign}{rest / size:.6f}".rstrip("0").rstrip(".") + unit
    minutes, micros = divmod(rest, 60_000_000)
    seconds = f"{micros / 1e6:.6f}".rstrip("0").rstrip(".") + "s"
    hours, minutes = divmod(minutes, 60)
    return sign + (f"{hours}h{minutes}m" if hours else f"{minutes}m" if minutes else "") + seconds
`,
  imports: ["import datetime"],
});
