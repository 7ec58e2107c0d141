import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "text_buffer",
  language: "python",
  source: `def text_buffer(text: str) -> StringIO:
    """Makes a buffer that holds a text already."""
    buffer = StringIO()
    buffer.write(text)
    return buffer
`,
  imports: ["from io import StringIO"],
});
