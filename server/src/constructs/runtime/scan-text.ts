import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "scan_text",
  language: "python",
  source: `def scan_text(text: str, layout: str, *places: Ref[Any]) -> int:
    """Read values from a text by a layout of verbs, and give how many there were."""
    found = 0
    verbs = {"d": r"\\s*([+-]?\\d+)", "s": r"\\s*(\\S+)", "f": r"\\s*([+-]?[\\d.]+(?:e[+-]?\\d+)?)", "x": r"\\s*([0-9a-fA-F]+)", "c": "(.)"}
    for part in re.findall(r"%[a-z%]|\\s+|[^%\\s]+", layout):
        if not part.startswith("%") or part == "%%":
            pattern = r"\\s*" if part.isspace() else re.escape(part.replace("%%", "%"))
            if (match := re.match(pattern, text)) is None:
                raise ValueError("input does not match format" if text else "unexpected EOF")
            text = text[match.end() :]
            continue
        place = places[found]
        kinds = {int: "d", float: "f", str: "s"}
        verb = kinds.get(type(place.value), "s") if part == "%v" else part[1]
        if (match := re.match(verbs.get(verb, verbs["s"]), text)) is None:
            wanted = "expected integer" if verb == "d" else "input does not match format"
            raise ValueError(wanted if text.strip() else "unexpected EOF")
        value = match.group(1)
        numbers = {"d": int, "f": float, "c": ord}
        place.value = int(value, 16) if verb == "x" else numbers.get(verb, str)(value)
        text = text[match.end() :]
        found += 1
    return found
`,
  uses: ["Ref"],
  imports: ["import re", "from typing import Any"],
});
