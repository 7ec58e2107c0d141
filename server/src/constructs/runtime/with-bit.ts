import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "with_bit",
  language: "python",
  source: `def with_bit(value: int, position: int, bit: int) -> int:
    """Gives the number with one of its bits set or cleared."""
    return value | 1 << position if bit else value & ~(1 << position)
`,
});
