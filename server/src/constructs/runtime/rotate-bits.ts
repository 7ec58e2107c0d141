import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "rotate_bits",
  language: "python",
  source: `def rotate_bits(value: int, count: int, size: int) -> int:
    """Rotates the bits of a number of this size to the left."""
    count %= size
    return (value << count | value >> size - count) & (1 << size) - 1
`,
});
