import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "NumError",
  language: "python",
  source: `class NumError(ValueError):
    """A text that is no number, in the words of Go's strconv."""

    def __init__(self, func: str = "", num: str = "", err: Exception | None = None) -> None:
        super().__init__(f"strconv.{func}: parsing {go_quote(num)}: {err}")
        self.func = func
        self.num = num
        self.err = err

    def unwrap(self) -> Exception | None:
        return self.err
`,
  uses: ["go_quote"],
});
