import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "parse_rfc3339",
  language: "python",
  source: `def parse_rfc3339(text: str) -> datetime.datetime:
    """Reads a time with its zone."""
    time = datetime.datetime.fromisoformat(text)
    if time.tzinfo is None or "T" not in text:
        raise ValueError(f"cannot parse {text!r} as a time with a zone")
    return time
`,
  imports: ["import datetime"],
});
