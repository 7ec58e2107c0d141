import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "order_by",
  language: "python",
  source: `def order_by(less: Callable[[Any, Any], bool]) -> Callable[[Any], Any]:
    """Make the key of a sort from a function that tells whether one element comes before another."""
    return functools.cmp_to_key(lambda a, b: -1 if less(a, b) else int(less(b, a)))
`,
  imports: ["import functools", "from collections.abc import Callable", "from typing import Any"],
});
