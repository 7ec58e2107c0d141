import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "search",
  language: "python",
  source: `def search(count: int, test: Callable[[int], bool]) -> int:
    """Gives the smallest index from which on the test holds."""
    low, high = 0, count
    while low < high:
        middle = (low + high) // 2
        if test(middle):
            high = middle
        else:
            low = middle + 1
    return low
`,
  imports: ["from collections.abc import Callable"],
});
