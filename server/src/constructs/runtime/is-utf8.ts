import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "is_utf8",
  language: "python",
  source: `def is_utf8(data: bytes) -> bool:
    """Tells whether the bytes are text in UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
`,
});
