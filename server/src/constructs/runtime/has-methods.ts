import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "has_methods",
  language: "python",
  source: `def has_methods(value: object, *names: str) -> bool:
    """Tells whether the value is an object of the program with these methods."""
    cls = type(value)
    return cls.__module__ != "builtins" and all(callable(getattr(cls, name, None)) for name in names)
`,
});
