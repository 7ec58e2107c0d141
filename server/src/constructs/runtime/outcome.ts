import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "outcome",
  language: "python",
  source: `def outcome(call: Callable[[], Any], zero: Any) -> tuple[Any, Exception | None]:
    """Gives what a call returns and no error, or the zero value and the error that it raised."""
    try:
        return call(), None
    except Exception as error:
        return zero, error
`,
  imports: ["from collections.abc import Callable", "from typing import Any"],
});
