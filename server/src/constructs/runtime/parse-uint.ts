import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "parse_uint",
  language: "python",
  source: `def parse_uint(text: str, base: int = 10, bits: int = 64) -> int:
    """Reads a whole number without a sign as Go's strconv does."""
    if text[:1] in ("+", "-"):
        raise NumError("ParseUint", text, err_syntax)
    value = parse_int(text, base, 1024, "ParseUint")
    if value >= 1 << (bits or 64):
        raise NumError("ParseUint", text, err_range)
    return value
`,
  uses: ["NumError", "parse_int", "err_syntax", "err_range"],
});
