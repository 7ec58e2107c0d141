import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "shuffle_by",
  language: "python",
  source: `def shuffle_by(count: int, swap: Callable[[int, int], None]) -> None:
    """Brings elements into a random order by swapping them."""
    for i in range(count - 1, 0, -1):
        swap(i, random.randint(0, i))
`,
  imports: ["import random", "from collections.abc import Callable"],
});
