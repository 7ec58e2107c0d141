import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "title_words",
  language: "python",
  source: `def title_words(text: str) -> str:
    """Writes the first letter of each word in upper case and leaves the others alone."""
    before = " " + text
    return "".join(c if p.isalnum() or p == "_" else c.upper() for p, c in zip(before, text))
`,
});
