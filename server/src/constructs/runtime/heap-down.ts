import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "heap_down",
  language: "python",
  source: `def heap_down(heap: Any, start: int, size: int) -> bool:
    """Moves an element of a heap down to its place, and tells whether it moved."""
    parent = start
    while (child := 2 * parent + 1) < size:
        if child + 1 < size and heap.less(child + 1, child):
            child += 1
        if not heap.less(child, parent):
            break
        heap.swap(parent, child)
        parent = child
    return parent > start
`,
  imports: ["from typing import Any"],
});
