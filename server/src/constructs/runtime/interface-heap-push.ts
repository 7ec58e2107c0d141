import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "heap_push",
  language: "python",
  source: `def heap_push(heap: Any, item: Any) -> None:
    """Puts an element on a heap, by its own methods."""
    heap.push(item)
    heap_up(heap, len(heap) - 1)
`,
  uses: ["heap_up"],
  imports: ["from typing import Any"],
});
