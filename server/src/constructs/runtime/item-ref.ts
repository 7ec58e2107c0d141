import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "ItemRef",
  language: "python",
  source: `class ItemRef(Ref[Any]):
    """Refers to an element of a list."""

    def __init__(self, items: list[Any], index: int) -> None:
        self.items = items
        self.index = index

    @property
    def value(self) -> Any:
        return self.items[self.index]

    @value.setter
    def value(self, value: Any) -> None:
        self.items[self.index] = value
`,
  uses: ["Ref"],
  imports: ["from typing import Any"],
});
