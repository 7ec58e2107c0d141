import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "trunc_mod",
  language: "python",
  source: `def trunc_mod(dividend: int, divisor: int) -> int:
    """Gives the remainder of integers with the sign of the dividend."""
    remainder = abs(dividend) % abs(divisor)
    return remainder if dividend >= 0 else -remainder
`,
});
