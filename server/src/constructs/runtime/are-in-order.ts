import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "are_in_order",
  language: "python",
  source: `def are_in_order(items: Any) -> bool:
    """Tells whether a collection is sorted by its method less."""
    return is_in_order(len(items), items.less)
`,
  uses: ["is_in_order"],
  imports: ["from typing import Any"],
});
