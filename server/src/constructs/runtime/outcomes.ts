import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "outcomes",
  language: "python",
  source: `def outcomes(call: Callable[[], tuple[Any, ...]], *zeros: Any) -> tuple[Any, ...]:
    """Gives what a call returns and no error, or the zero values and the error that it raised."""
    try:
        return *call(), None
    except Exception as error:
        return *zeros, error
`,
  imports: ["from collections.abc import Callable", "from typing import Any"],
});
