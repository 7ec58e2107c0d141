import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "go_quote_character",
  language: "python",
  source: `def go_quote_character(code: int) -> str:
    """Writes a character as a Go literal in single quotes."""
    if code in (0x22, 0x27):
        return "'\\\\''" if code == 0x27 else "'\\"'"
    return f"'{go_quote(chr(code))[1:-1]}'"
`,
  uses: ["go_quote"],
});
