import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "Atomic",
  language: "python",
  source: `AtomicItem = TypeVar("AtomicItem")


class Atomic(Generic[AtomicItem]):
    """A value that is changed in one step; numbers without a sign start again behind their largest."""

    def __init__(self, value: Any, limit: int | None = None) -> None:
        self.value = value
        self.limit = limit

    def add(self, amount: Any) -> Any:
        self.value += amount
        if self.limit is not None:
            self.value %= self.limit
        return self.value

    def store(self, value: Any) -> None:
        self.value = value

    def swap(self, value: Any) -> Any:
        old, self.value = self.value, value
        return old

    def compare_and_swap(self, old: Any, value: Any) -> bool:
        if self.value != old:
            return False
        self.value = value
        return True
`,
  imports: ["from typing import Any, Generic, TypeVar"],
});
