import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "go_complex",
  language: "python",
  source: `def go_complex(value: complex) -> str:
    """Writes a complex number as Go's %v does."""
    imaginary = go_float(value.imag)
    return f"({go_float(value.real)}{'' if imaginary[0] in '+-' else '+'}{imaginary}i)"
`,
  uses: ["go_float"],
});
