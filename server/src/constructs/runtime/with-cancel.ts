import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "with_cancel",
  language: "python",
  source: `def with_cancel(parent: Context) -> tuple[Context, Callable[..., None]]:
    """Make a context that its parent ends, and the function that ends it before."""
    context = Context(parent)
    return context, context.cancel
`,
  uses: ["Context"],
  imports: ["from collections.abc import Callable"],
});
