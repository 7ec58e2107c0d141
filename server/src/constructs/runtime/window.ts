import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "window",
  language: "python",
  source: `def window(items: list[Any], low: int, high: int | None = None) -> list[Any]:
    """Gives a part of a list that shares its elements, as a slice of Go does."""
    if isinstance(items, Window):
        items, low, high = items.items, items.low + low, items.high if high is None else items.low + high
    return cast("list[Any]", Window(items, low, len(items) if high is None else high))
`,
  uses: ["Window"],
  imports: ["from typing import Any, cast"],
});
