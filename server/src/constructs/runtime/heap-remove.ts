import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "heap_remove",
  language: "python",
  source: `def heap_remove(heap: Any, index: int) -> Any:
    """Takes the element at an index from a heap, by its own methods."""
    last = len(heap) - 1
    if last != index:
        heap.swap(index, last)
        if not heap_down(heap, index, last):
            heap_up(heap, index)
    return heap.pop()
`,
  uses: ["heap_down", "heap_up"],
  imports: ["from typing import Any"],
});
