import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "go_value",
  language: "python",
  source: `def go_value(value: object) -> str:
    """Writes a value as Go's %v does, going by its dynamic type."""
    if value is None:
        return "<nil>"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return go_float(value)
    if isinstance(value, list):
        return f"[{' '.join(map(go_value, value))}]"
    if isinstance(value, dict):
        return go_map(value, go_value, go_value)
    return str(value)
`,
  uses: ["go_float", "go_map"],
});
