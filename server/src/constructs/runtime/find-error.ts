import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "find_error",
  language: "python",
  source: `def find_error(error: BaseException | None, kind: type) -> Any:
    """Find the first error of a class among an error and those that caused it."""
    if error is None or isinstance(error, kind):
        return error
    unwrap = getattr(error, "unwrap", None)
    inner = unwrap() if unwrap else getattr(error, "exceptions", None) or error.__cause__
    if isinstance(inner, (list, tuple)):
        return next((found for each in inner if (found := find_error(each, kind)) is not None), None)
    return find_error(inner, kind)
`,
  imports: ["from typing import Any"],
});
