import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "parse_duration",
  language: "python",
  source: `def parse_duration(text: str) -> datetime.timedelta:
    """Reads a duration as Go writes it: 1h15m30.5s."""
    units = {"h": 3.6e9, "m": 6e7, "s": 1e6, "ms": 1e3, "us": 1.0, "\\u00b5s": 1.0, "ns": 1e-3}
    sign, rest = (-1 if text.startswith("-") else 1), text.lstrip("+-")
    parts = re.findall(r"(\\d+\\.?\\d*|\\.\\d+)(ms|us|\\u00b5s|ns|h|m|s)", rest)
    if not parts and rest != "0" or "".join(a + b for a, b in parts) != rest.removeprefix("0" if rest == "0" else ""):
        raise ValueError(f'time: invalid duration "{text}"')
    return sign * datetime.timedelta(microseconds=sum(float(number) * units[unit] for number, unit in parts))
`,
  imports: ["import datetime", "import re"],
});
