import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "parse_int",
  language: "python",
  source: `def parse_int(text: str, base: int = 10, bits: int = 64, name: str = "ParseInt") -> int:
    """Reads a whole number as Go's strconv does."""
    digits = text[1:] if text[:1] in ("+", "-") else text
    if base > 0 and not all(digit.isascii() and digit.isalnum() and int(digit, 36) < base for digit in digits or "?"):
        raise NumError(name, text, err_syntax)
    try:
        value = int(text, base)
    except ValueError:
        raise NumError(name, text, err_syntax) from None
    if not -1 << (bits or 64) - 1 <= value < 1 << (bits or 64) - 1:
        raise NumError(name, text, err_range)
    return value
`,
  uses: ["NumError", "err_syntax", "err_range"],
});
