import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "trunc_div",
  language: "python",
  source: `def trunc_div(dividend: int, divisor: int) -> int:
    """Divides integers and rounds towards zero."""
    quotient = abs(dividend) // abs(divisor)
    return quotient if (dividend < 0) == (divisor < 0) else -quotient
`,
});
