import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "FieldRef",
  language: "python",
  source: `class FieldRef(Ref[Any]):
    """Refers to a field of an object."""

    def __init__(self, owner: object, name: str) -> None:
        self.owner = owner
        self.name = name

    @property
    def value(self) -> Any:
        return getattr(self.owner, self.name)

    @value.setter
    def value(self, value: Any) -> None:
        setattr(self.owner, self.name, value)
`,
  uses: ["Ref"],
  imports: ["from typing import Any"],
});
