import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "go_format",
  language: "python",
  source: `def go_format(template: str, *values: Any) -> str:
    """Fills in a format of Go that is known only when the program runs."""
    rest = list(values)

    def fill(match: re.Match[str]) -> str:
        flags, width, precision, verb = match.groups()
        if verb == "%":
            return "%"
        width = str(rest.pop(0)) if width == "*" else width or ""
        if precision and precision[1:] == "*":
            precision = f".{rest.pop(0)}"
        if not rest:
            return f"%!{verb}(MISSING)"
        value = rest.pop(0)
        side = "<" if "-" in flags else ">"
        if verb in "xX" and isinstance(value, (str, bytes)):
            text = (value.encode() if isinstance(value, str) else value).hex()
            return f"{text if verb == 'x' else text.upper():{side}{width}}"
        if verb in "dbxXoeEfFgG" and isinstance(value, (int, float)):
            if verb in "gG" and not precision:
                return f"{go_float(value):{side}{width}}"
            fill = "<" if "-" in flags else "0" if "0" in flags else ""
            sign = "+" if "+" in flags else " " if " " in flags else ""
            marker = "" if fill == "0" else fill
            head = f"{marker}{sign}{'#' if '#' in flags else ''}{'0' if fill == '0' else ''}{width}"
            return format(value, f"{head}{precision or ''}{verb}")
        match verb:
            case "q":
                text = go_quote_character(value) if isinstance(value, int) else go_quote(go_value(value))
            case "c":
                text = chr(value)
            case "U":
                text = f"U+{value:04X}"
            case "T":
                text = go_type(value)
            case _:
                text = go_value(value)[: int(precision[1:] or 0) if precision else None]
        return f"{text:{side}{width}}"

    return re.sub(r"%([-+ #0]*)([0-9]+|[*])?([.](?:[0-9]+|[*])?)?([a-zA-Z%])", fill, template)
`,
  uses: ["go_float", "go_quote", "go_quote_character", "go_type", "go_value"],
  imports: ["import re", "from typing import Any"],
});
