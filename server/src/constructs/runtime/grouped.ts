import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "grouped",
  language: "python",
  source: `def grouped(parent: Context) -> tuple[ErrorGroup, Context]:
    """Make a group, and the context that ends with its first error."""
    context = Context(parent)
    return ErrorGroup(context), context
`,
  uses: ["ErrorGroup"],
});
