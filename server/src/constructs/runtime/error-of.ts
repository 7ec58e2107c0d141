import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "error_of",
  language: "python",
  source: `def error_of(call: Callable[[], object]) -> Exception | None:
    """Gives the error that a call raised, if any."""
    try:
        call()
    except Exception as error:
        return error
    return None
`,
  imports: ["from collections.abc import Callable"],
});
