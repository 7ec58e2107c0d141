import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "go_quote",
  language: "python",
  source: `def go_quote(text: str) -> str:
    """Writes a string as a Go literal in double quotes."""
    escapes = {"\\\\": "\\\\\\\\", '"': '\\\\"', "\\n": "\\\\n", "\\t": "\\\\t", "\\r": "\\\\r", "\\a": "\\\\a", "\\b": "\\\\b", "\\f": "\\\\f", "\\v": "\\\\v"}
    shown = []
    for character in text:
        code = ord(character)
        if character in escapes:
            shown.append(escapes[character])
        elif character.isprintable():
            shown.append(character)
        else:
            shown.append(f"\\\\x{code:02x}" if code < 0x80 else f"\\\\u{code:04x}" if code < 0x10000 else f"\\\\U{code:08x}")
    return '"' + "".join(shown) + '"'
`,
});
