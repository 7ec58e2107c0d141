import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "scan_words",
  language: "python",
  source: `def scan_words(text: str, *places: Ref[Any]) -> int:
    """Read values from a text that white space separates, and give how many there were."""
    return scan_text(text, " ".join(["%v"] * len(places)), *places)
`,
  uses: ["Ref", "scan_text"],
  imports: ["from typing import Any"],
});
