import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "Ref",
  language: "python",
  source: `RefItem = TypeVar("RefItem")


@dataclass(eq=False)
class Ref(Generic[RefItem]):
    """Holds a value that others change, as a pointer of Go does."""

    value: RefItem
`,
  imports: ["from dataclasses import dataclass", "from typing import Generic, TypeVar"],
});
