import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "wrap_error",
  language: "python",
  source: `def wrap_error(message: str, cause: BaseException | None) -> RuntimeError:
    """Give an error that was caused by another one."""
    error = RuntimeError(message)
    error.__cause__ = cause
    return error
`,
});
