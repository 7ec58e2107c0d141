import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "fraction_text",
  language: "python",
  source: `def fraction_text(value: Fraction) -> str:
    """Writes a fraction with its denominator, whole numbers too."""
    return f"{value.numerator}/{value.denominator}"
`,
  imports: ["from fractions import Fraction"],
});
