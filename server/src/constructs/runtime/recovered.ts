import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "recovered",
  language: "python",
  source: `def recovered(error: BaseException | None) -> Any:
    """Give the value of a panic; exceptions of Python's own are their own value."""
    if isinstance(error, (SystemExit, KeyboardInterrupt)):
        raise error
    if isinstance(error, ZeroDivisionError):
        return RuntimeError("runtime error: integer divide by zero")
    return error.value if isinstance(error, Panic) else error
`,
  uses: ["Panic"],
  imports: ["from typing import Any"],
});
