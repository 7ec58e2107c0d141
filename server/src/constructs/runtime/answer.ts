import { defineHelper } from "../../lowering/helper.ts";

/* What a handler of Go writes, step by step, as an answer of Starlette. */

const answer = defineHelper({
  name: "Answer",
  language: "python",
  source: `class Answer:
    """What a request is answered with. The first write settles the status and the headers."""

    def __init__(self, status: int = 200) -> None:
        self.status = status
        self.headers = MutableHeaders()
        self.settled: MutableHeaders | None = None
        self.content = b""

    def set_status(self, status: int) -> None:
        if self.settled is None:
            self.status = status

    def begin(self, status: int) -> None:
        """Settle the status and the headers."""
        self.set_status(status)
        self.write(b"")

    def write(self, content: bytes | str) -> int:
        if self.settled is None:
            self.settled = MutableHeaders(raw=list(self.headers.raw))
        data = content.encode() if isinstance(content, str) else content
        self.content += data
        return len(data)

    def response(self) -> Response:
        self.begin(self.status)
        if self.content and self.settled is not None:
            self.settled.setdefault("Content-Type", "text/plain; charset=utf-8")
        content = b"" if self.status in (204, 304) else self.content
        return Response(content, self.status, self.settled)
`,
  imports: ["from fastapi.responses import Response", "from starlette.datastructures import MutableHeaders"],
});

const toJson = defineHelper({
  name: "to_json",
  language: "python",
  source: `def to_json(value: Any) -> Any:
    """Show a value as its type says how JSON names it."""
    if isinstance(value, dict):
        return {str(key): to_json(value[key]) for key in sorted(value)}
    if isinstance(value, (list, tuple)):
        return [to_json(item) for item in value]
    if dataclasses.is_dataclass(value):
        shown = TypeAdapter(type(value)).dump_python(value, mode="json", by_alias=True)
        return {name: to_json(item) for name, item in shown.items()}
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e21:
        return int(value)
    return value
`,
  imports: ["import dataclasses", "from typing import Any", "from pydantic import TypeAdapter"],
});

const jsonText = defineHelper({
  name: "json_text",
  language: "python",
  source: `def json_text(value: Any, indent: int | None = None) -> str:
    """Write a value as JSON the way Go does."""
    separators = (",", ":" if indent is None else ": ")
    text = json.dumps(to_json(value), ensure_ascii=False, indent=indent, separators=separators)
    return text.replace("&", "\\\\u0026").replace("<", "\\\\u003c").replace(">", "\\\\u003e")
`,
  uses: ["to_json"],
  imports: ["import json", "from typing import Any"],
});

export default [answer, toJson, jsonText];
