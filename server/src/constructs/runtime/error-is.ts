import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "error_is",
  language: "python",
  source: `def error_is(error: BaseException | None, target: BaseException | None) -> bool:
    """Tell whether an error, or one of those that caused it, is the target."""
    while error is not None and error != target:
        unwrap = getattr(error, "unwrap", None)
        error = unwrap() if unwrap else error.__cause__
    return error == target
`,
});
