import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "error_is",
  language: "python",
  source: `def error_is(error: BaseException | None, target: BaseException | None) -> bool:
    """Tell whether an error, or one of those that caused it, is the target."""
    if error is None or target is None or error == target:
        return error == target
    own = getattr(error, "is_", None)
    if own and own(target):
        return True
    unwrap = getattr(error, "unwrap", None)
    inner = unwrap() if unwrap else getattr(error, "exceptions", None) or error.__cause__
    if isinstance(inner, (list, tuple)):
        return any(error_is(each, target) for each in inner)
    return inner is not None and error_is(inner, target)
`,
});
