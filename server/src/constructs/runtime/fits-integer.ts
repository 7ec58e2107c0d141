import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "fits_integer",
  language: "python",
  source: `def fits_integer(value: int, signed: bool) -> bool:
    """Tells whether a number fits 64 bits."""
    return -(1 << 63) <= value < 1 << 63 if signed else 0 <= value < 1 << 64
`,
});
