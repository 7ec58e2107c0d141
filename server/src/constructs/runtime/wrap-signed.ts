import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "wrap_signed",
  language: "python",
  source: `def wrap_signed(value: int, bits: int) -> int:
    """Cuts a number to a signed integer of so many bits, as overflow does."""
    half = 1 << (bits - 1)
    return (value + half) % (1 << bits) - half
`,
});
