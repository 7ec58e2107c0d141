import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "euclidean_quotient",
  language: "python",
  source: `def euclidean_quotient(dividend: int, divisor: int) -> int:
    """Divides so that the remainder is never negative."""
    return (dividend - dividend % abs(divisor)) // divisor
`,
});
