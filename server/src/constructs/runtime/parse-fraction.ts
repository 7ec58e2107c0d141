import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "parse_fraction",
  language: "python",
  source: `def parse_fraction(text: str) -> tuple[Any, bool]:
    """Reads a fraction or decimal number exactly, and tells whether the text was one."""
    try:
        return Fraction(text), True
    except (ValueError, ZeroDivisionError):
        return None, False
`,
  imports: ["from fractions import Fraction", "from typing import Any"],
});
