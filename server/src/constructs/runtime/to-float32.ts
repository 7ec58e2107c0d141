import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "to_float32",
  language: "python",
  source: `def to_float32(value: float) -> float:
    """Rounds a number to 32 bits."""
    return struct.unpack("f", struct.pack("f", value))[0]
`,
  imports: ["import struct"],
});
