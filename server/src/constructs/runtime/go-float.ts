import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "go_float",
  language: "python",
  source: `def go_float(value: float) -> str:
    """Writes a number as Go's %v does."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "+Inf" if value > 0 else "-Inf"
    number = Decimal(repr(value))
    if value != 0 and not 1e-4 <= abs(value) < 1e6:
        mantissa, exponent = f"{number.normalize():e}".split("e")
        return f"{mantissa}e{int(exponent):+03d}"
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
`,
  imports: ["import math", "from decimal import Decimal"],
});
