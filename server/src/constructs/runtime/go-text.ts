import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "go_text",
  language: "python",
  source: `def go_text(*values: Any) -> str:
    """Writes values one after the other, with blanks between those that are no strings, as Go's Sprint does."""
    text = ""
    for position, value in enumerate(values):
        if position > 0 and not isinstance(value, str) and not isinstance(values[position - 1], str):
            text += " "
        text += go_value(value)
    return text
`,
  uses: ["go_value"],
  imports: ["from typing import Any"],
});
