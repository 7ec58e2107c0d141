import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "Once",
  language: "python",
  source: `class Once:
    """Calls a function the first time only."""

    def __init__(self) -> None:
        self.is_done = False

    def do(self, function: Callable[[], Any]) -> None:
        if not self.is_done:
            self.is_done = True
            function()
`,
  imports: ["from collections.abc import Callable", "from typing import Any"],
});
