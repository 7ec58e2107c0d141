import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "number_bytes",
  language: "python",
  source: `def number_bytes(value: int) -> list[int]:
    """Gives the bytes of the size of a number, the greatest first."""
    return list(abs(value).to_bytes((value.bit_length() + 7) // 8, "big"))
`,
});
