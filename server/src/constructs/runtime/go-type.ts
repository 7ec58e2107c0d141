import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "go_type",
  language: "python",
  source: `def go_type(value: object, names: dict[type, str] | None = None) -> str:
    """Names the type of a value as Go does; \`names\` has those of the program's own types."""
    known = {bool: "bool", int: "int", float: "float64", str: "string", complex: "complex128", type(None): "<nil>"}
    return (known | (names or {}))[type(value)]
`,
});
