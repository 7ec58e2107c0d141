import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "go_map_literal",
  language: "python",
  source: `def go_map_literal(
    head: str, entries: dict[Any, Any], show_key: Callable[[Any], str], show_value: Callable[[Any], str]
) -> str:
    """Writes a dict as Go's %#v does, sorted by key."""
    parts = (f"{show_key(key)}:{show_value(entries[key])}" for key in sorted(entries))
    return f"{head}{{{', '.join(parts)}}}"
`,
  imports: ["from collections.abc import Callable", "from typing import Any"],
});
