import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "go_type",
  language: "python",
  source: `def go_type(value: object) -> str:
    """Names the type of a value as Go does; of numbers, texts and None alone, since other types have no one counterpart."""
    names = {bool: "bool", int: "int", float: "float64", str: "string", type(None): "<nil>"}
    return names[type(value)]
`,
});
