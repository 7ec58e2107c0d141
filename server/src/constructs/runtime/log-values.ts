import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "log_values",
  language: "python",
  source: `def log_values(*pairs: Any) -> str:
    """Shows names and values behind a message, as Go's slog does."""
    return "".join(f" {name}={value}" for name, value in zip(pairs[::2], pairs[1::2]))
`,
  imports: ["from typing import Any"],
});
