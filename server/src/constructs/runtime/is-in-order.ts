import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "is_in_order",
  language: "python",
  source: `def is_in_order(count: int, less: Callable[[int, int], bool]) -> bool:
    """Tells whether no element is less than the one before."""
    return not any(less(at, at - 1) for at in range(1, count))
`,
  imports: ["from collections.abc import Callable"],
});
