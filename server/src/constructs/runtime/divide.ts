import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "divide",
  language: "python",
  source: `def divide(dividend: float, divisor: float) -> float:
    """Divides as processors do: by zero to an infinity, or to what is no number."""
    if divisor != 0:
        return dividend / divisor
    return math.nan if dividend == 0 else math.copysign(math.inf, dividend) * math.copysign(1, divisor)
`,
  imports: ["import math"],
});
