import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "compare",
  language: "python",
  source: `def compare(left: Any, right: Any) -> int:
    """Gives -1, 0 or 1, as the left is less, equal or greater."""
    return (left > right) - (left < right)
`,
  imports: ["from typing import Any"],
});
