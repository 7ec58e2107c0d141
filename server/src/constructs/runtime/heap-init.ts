import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "heap_init",
  language: "python",
  source: `def heap_init(heap: Any) -> None:
    """Arranges the elements as a heap, by its own methods."""
    for parent in reversed(range(len(heap) // 2)):
        heap_down(heap, parent, len(heap))
`,
  uses: ["heap_down"],
  imports: ["from typing import Any"],
});
