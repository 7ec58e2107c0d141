import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "trailing_zeros",
  language: "python",
  source: `def trailing_zeros(value: int, size: int) -> int:
    """Counts the zero bits at the end; all of them, as many as size says, for zero."""
    return (value & -value).bit_length() - 1 if value else size
`,
});
