import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "go_pointer",
  language: "python",
  source: `def go_pointer(value: object) -> str:
    """Writes a pointer inside of a struct as Go's %v does."""
    return "<nil>" if value is None else f"0x{id(value):x}"
`,
});
