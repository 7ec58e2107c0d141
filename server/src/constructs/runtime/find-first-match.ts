import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "find_first",
  language: "python",
  source: `def find_first(pattern: re.Pattern[str], text: str) -> str:
    """Gives the first match of a pattern, or an empty string."""
    found = pattern.search(text)
    return found.group() if found else ""
`,
  imports: ["import re"],
});
