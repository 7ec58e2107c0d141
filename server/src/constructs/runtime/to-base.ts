import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "to_base",
  language: "python",
  source: `def to_base(value: int, base: int) -> str:
    """Writes a number with the digits of a base from 2 to 36."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = ""
    rest = abs(value)
    while rest:
        rest, digit = divmod(rest, base)
        text = digits[digit] + text
    return ("-" if value < 0 else "") + (text or "0")
`,
});
