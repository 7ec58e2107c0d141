import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "go_line",
  language: "python",
  source: `def go_line(*values: Any) -> str:
    """Writes values as a line with blanks between them, as Go's Sprintln does."""
    return " ".join(map(go_value, values)) + "\\n"
`,
  uses: ["go_value"],
  imports: ["from typing import Any"],
});
