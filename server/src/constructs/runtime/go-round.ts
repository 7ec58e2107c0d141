import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "go_round",
  language: "python",
  source: `def go_round(value: float) -> float:
    """Rounds half away from zero."""
    if not math.isfinite(value):
        return value
    whole = math.trunc(value)
    return math.copysign(abs(whole) + (abs(value - whole) >= 0.5), value)
`,
  imports: ["import math"],
});
