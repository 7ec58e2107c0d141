import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "heap_pop",
  language: "python",
  source: `def heap_pop(heap: Any) -> Any:
    """Takes the least element from a heap, by its own methods."""
    last = len(heap) - 1
    heap.swap(0, last)
    heap_down(heap, 0, last)
    return heap.pop()
`,
  uses: ["heap_down"],
  imports: ["from typing import Any"],
});
