import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "Window",
  language: "python",
  source: `class Window(Sequence[Any]):
    """A part of a list whose elements are those of the list."""

    def __init__(self, items: list[Any], low: int, high: int) -> None:
        self.items = items
        self.low = low
        self.high = high

    def __len__(self) -> int:
        return self.high - self.low

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return self.items[self.low : self.high][index]
        return self.items[self.low + range(len(self))[index]]

    def __setitem__(self, index: Any, value: Any) -> None:
        if isinstance(index, slice):
            for position, item in zip(range(len(self))[index], value, strict=True):
                self.items[self.low + position] = item
        else:
            self.items[self.low + range(len(self))[index]] = value

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, (list, Window)) else NotImplemented

    def sort(self, *, key: Callable[[Any], Any] | None = None, reverse: bool = False) -> None:
        self[:] = sorted(self, key=key, reverse=reverse)

    def reverse(self) -> None:
        self[:] = list(self)[::-1]
`,
  imports: ["from collections.abc import Callable, Sequence", "from typing import Any"],
});
