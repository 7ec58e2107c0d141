import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "to_float32",
  language: "python",
  source: `def to_float32(value: float) -> float:
    """Rounds a number to 32 bits."""
    return ctypes.c_float(value).value
`,
  imports: ["import ctypes"],
});
