import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "parse_bool",
  language: "python",
  source: `def parse_bool(text: str) -> bool:
    """Reads a truth value as Go's strconv does."""
    if text not in ("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False"):
        raise NumError("ParseBool", text, err_syntax)
    return text[0] in "1tT"
`,
  uses: ["NumError", "err_syntax"],
});
