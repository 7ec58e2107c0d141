import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "parse_integer",
  language: "python",
  source: `def parse_integer(text: str, base: int) -> tuple[Any, bool]:
    """Reads a number of any size, and tells whether the text was one."""
    try:
        return int(text, base), text == text.strip()
    except ValueError:
        return None, False
`,
  imports: ["from typing import Any"],
});
