import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "map_runes",
  language: "python",
  source: `def map_runes(change: Callable[[int], int], text: str) -> str:
    """Replaces each character as \`change\` says; a negative result drops it."""
    return "".join(chr(code) for code in map(change, map(ord, text)) if code >= 0)
`,
  imports: ["from collections.abc import Callable"],
});
