import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "find_error",
  language: "python",
  source: `def find_error(error: BaseException | None, kind: type) -> Any:
    """Find the first error of a class among an error and those that caused it."""
    while error is not None and not isinstance(error, kind):
        unwrap = getattr(error, "unwrap", None)
        error = unwrap() if unwrap else error.__cause__
    return error
`,
  imports: ["from typing import Any"],
});
