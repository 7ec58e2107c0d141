import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "copy_into",
  language: "python",
  source: `def copy_into(target: list[Any], source: Sequence[Any], low: int = 0, high: int | None = None) -> int:
    """Overwrites the elements from low up to high with those of the source, as many as both have."""
    count = min((len(target) if high is None else high) - low, len(source))
    target[low : low + count] = source[:count]
    return count
`,
  imports: ["from collections.abc import Sequence", "from typing import Any"],
});
