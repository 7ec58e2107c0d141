import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "load_or_store",
  language: "python",
  source: `def load_or_store(items: dict[Any, Any], key: Any, value: Any) -> tuple[Any, bool]:
    """The value of the key, and whether there was one already; else the given one is kept."""
    is_there = key in items
    return items.setdefault(key, value), is_there
`,
  imports: ["from typing import Any"],
});
