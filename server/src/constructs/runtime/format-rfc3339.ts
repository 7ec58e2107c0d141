import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "format_rfc3339",
  language: "python",
  source: `def format_rfc3339(time: datetime.datetime) -> str:
    """Writes a time to the second with its zone, which is Z for UTC."""
    text = time.isoformat(timespec="seconds")
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text
`,
  imports: ["import datetime"],
});
