import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "heap_fix",
  language: "python",
  source: `def heap_fix(heap: Any, index: int) -> None:
    """Moves an element that has changed to its place in a heap."""
    if not heap_down(heap, index, len(heap)):
        heap_up(heap, index)
`,
  uses: ["heap_down", "heap_up"],
  imports: ["from typing import Any"],
});
