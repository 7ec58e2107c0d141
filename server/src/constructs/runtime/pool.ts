import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "Pool",
  language: "python",
  source: `class Pool:
    """Keeps objects that are not in use; makes one where there is none."""

    def __init__(self, new: Callable[[], Any] | None = None) -> None:
        self.new = new
        self.items: list[Any] = []

    def get(self) -> Any:
        if self.items:
            return self.items.pop()
        return self.new() if self.new else None

    def put(self, item: Any) -> None:
        self.items.append(item)
`,
  imports: ["from collections.abc import Callable", "from typing import Any"],
});
