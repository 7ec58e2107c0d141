import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "parse_float",
  language: "python",
  source: `def parse_float(text: str) -> float:
    """Reads a number as Go's strconv does."""
    try:
        value = float(text)
    except ValueError:
        raise NumError("ParseFloat", text, err_syntax) from None
    if "_" in text or text != text.strip() or not text.isascii():
        raise NumError("ParseFloat", text, err_syntax)
    if math.isinf(value) and "inf" not in text.lower():
        raise NumError("ParseFloat", text, err_range)
    return value
`,
  uses: ["NumError", "err_syntax", "err_range"],
  imports: ["import math"],
});
