import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "has_text",
  language: "python",
  source: `def has_text(value: object) -> bool:
    """Tells whether the value has a text of its own, as Go's fmt.Stringer asks."""
    return type(value).__str__ not in (object.__str__, str.__str__, BaseException.__str__)
`,
});
