import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "heap_up",
  language: "python",
  source: `def heap_up(heap: Any, child: int) -> None:
    """Moves an element of a heap up to its place."""
    while child > 0:
        parent = (child - 1) // 2
        if not heap.less(child, parent):
            break
        heap.swap(parent, child)
        child = parent
`,
  imports: ["from typing import Any"],
});
