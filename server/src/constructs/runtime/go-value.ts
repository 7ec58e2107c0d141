import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "go_value",
  language: "python",
  source: `def go_value(value: object, *pointers: type) -> str:
    """Writes a value as Go's %v does, going by its dynamic type; objects of the classes \`pointers\` are behind pointers."""
    if value is None:
        return "<nil>"
    if isinstance(value, bool):
        return str(value).lower()
    if type(value).__str__ in (object.__str__, int.__str__, float.__str__):
        if isinstance(value, float):
            return go_float(value)
        if isinstance(value, (list, tuple, bytes, bytearray)):
            return f"[{' '.join(map(go_value, value))}]"
        if isinstance(value, dict):
            return go_map(value, go_value, go_value)
        if isinstance(value, complex):
            return go_complex(value)
        if is_dataclass(value):
            shown = " ".join(go_value(getattr(value, field.name)) for field in fields(value))
            return f"{'&' if isinstance(value, pointers) else ''}{{{shown}}}"
    return str(value)
`,
  uses: ["go_float", "go_map", "go_complex"],
  imports: ["from dataclasses import fields, is_dataclass"],
});
