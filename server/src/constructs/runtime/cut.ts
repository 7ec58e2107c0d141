import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "cut",
  language: "python",
  source: `def cut(text: str, separator: str) -> tuple[str, str, bool]:
    """Gives what stands before and behind the first separator, and whether there is one."""
    if separator == "":
        return "", text, True
    before, found, after = text.partition(separator)
    return before, after, found != ""
`,
});
