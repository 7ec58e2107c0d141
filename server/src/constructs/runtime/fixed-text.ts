import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "fixed_text",
  language: "python",
  source: `def fixed_text(value: Fraction, places: int) -> str:
    """Writes a fraction as a decimal number, rounded half away from zero."""
    scaled = (abs(value) * 10**places * 2 + 1) // 2
    whole, rest = divmod(int(scaled), 10**places)
    sign = "-" if value < 0 and scaled else ""
    return f"{sign}{whole}.{rest:0{places}d}" if places else f"{sign}{whole}"
`,
  imports: ["from fractions import Fraction"],
});
