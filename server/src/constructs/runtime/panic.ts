import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "Panic",
  language: "python",
  source: `class Panic(BaseException):
    """A mistake of the program, which passes by the handlers of errors."""

    def __init__(self, value: object) -> None:
        super().__init__(value)
        self.value = value
`,
});
