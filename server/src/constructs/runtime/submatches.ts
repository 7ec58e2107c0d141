import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "submatches",
  language: "python",
  source: `def submatches(pattern: re.Pattern[str], text: str) -> list[str]:
    """Gives the first match of a pattern and its groups; an empty list where there is none."""
    found = pattern.search(text)
    return [found.group(), *found.groups("")] if found else []
`,
  imports: ["import re"],
});
