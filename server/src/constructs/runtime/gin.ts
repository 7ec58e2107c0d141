import { defineHelper } from "../../lowering/helper.ts";

const fastapi = ["from fastapi import Request", "from fastapi.responses import Response"];

/** What one helper of a request is. */
function helper(name: string, source: string, uses: readonly string[] = [], imports: readonly string[] = fastapi) {
  return defineHelper({ name, language: "python", source, uses, imports });
}

export default [
  helper(
    "Routes",
    `class Routes:
    """Routes of an application below a prefix, and the handlers that run before theirs."""

    def __init__(self, app: FastAPI | None = None, prefix: str = "", before: tuple[Any, ...] = ()) -> None:
        self.app = app or FastAPI(exception_handlers={404: not_found, 405: not_found})
        self.prefix = prefix
        self.before = before

    def use(self, *handlers: Any) -> None:
        self.before += handlers

    def group(self, path: str, *handlers: Any) -> "Routes":
        return Routes(self.app, self.prefix + path.rstrip("/"), self.before + handlers)

    def add(self, method: str, path: str, *handlers: Any) -> None:
        """Have the handlers called, one after the other, for requests of this method and path."""
        chain = self.before + handlers

        async def endpoint(request: Request) -> Response:
            request.state.body = await request.body()
            request.state.response = Response()
            request.state.sent = {}
            request.state.rest = iter(chain)
            run_next(request)
            request.state.response.headers.update(request.state.sent)
            return request.state.response

        whole = re.sub(r":(\\w+)", r"{\\1}", self.prefix + path)
        self.app.add_api_route(whole, endpoint, methods=[method], response_model=None)

    def run(self, address: str) -> None:
        host, _, port = address.rpartition(":")
        uvicorn.run(self.app, host=host or "0.0.0.0", port=int(port))


async def not_found(request: Request, error: Exception) -> Response:
    """Answer as Gin does where there is no route."""
    return Response("404 page not found", 404, media_type="text/plain")
`,
    ["run_next"],
    [
      "import re",
      "from typing import Any",
      "import uvicorn",
      "from fastapi import FastAPI, Request",
      "from fastapi.responses import Response",
    ],
  ),
  helper(
    "run_next",
    `def run_next(request: Request) -> None:
    """Run the handlers that are left, until one of them stops that."""
    for handler in request.state.rest:
        handler(request)
`,
  ),
  helper(
    "abort_chain",
    `def abort_chain(request: Request) -> None:
    """Leave out the handlers that are left."""
    for _ in request.state.rest:
        pass
`,
  ),
  helper(
    "to_json",
    `def to_json(value: Any) -> Any:
    """Show a value as its type says how JSON names it."""
    if isinstance(value, dict):
        return {str(key): to_json(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [to_json(item) for item in value]
    if dataclasses.is_dataclass(value):
        return TypeAdapter(type(value)).dump_python(value, mode="json", by_alias=True)
    return value
`,
    [],
    ["import dataclasses", "from typing import Any", "from pydantic import TypeAdapter"],
  ),
  helper(
    "respond",
    `def respond(request: Request, status: int, content: Any) -> None:
    """Answer the request with JSON."""
    request.state.response = JSONResponse(to_json(content), status)
`,
    ["to_json"],
    ["from typing import Any", "from fastapi import Request", "from fastapi.responses import JSONResponse"],
  ),
  helper(
    "abort",
    `def abort(request: Request, status: int, content: Any) -> None:
    """Answer the request with JSON, and leave out the handlers that are left."""
    respond(request, status, content)
    abort_chain(request)
`,
    ["respond", "abort_chain"],
    ["from typing import Any", "from fastapi import Request"],
  ),
  helper(
    "respond_status",
    `def respond_status(request: Request, status: int) -> None:
    """Answer the request without a body."""
    request.state.response = Response(status_code=status)
`,
  ),
  helper(
    "abort_status",
    `def abort_status(request: Request, status: int) -> None:
    """Answer the request without a body, and leave out the handlers that are left."""
    respond_status(request, status)
    abort_chain(request)
`,
    ["respond_status", "abort_chain"],
  ),
  helper(
    "respond_text",
    `def respond_text(request: Request, status: int, text: str) -> None:
    """Answer the request with plain text."""
    request.state.response = Response(text, status, media_type="text/plain")
`,
  ),
  helper(
    "set_header",
    `def set_header(request: Request, name: str, value: str) -> None:
    """Set a header of the answer."""
    request.state.sent[name] = value
`,
  ),
  helper(
    "bind_json",
    `def bind_json(request: Request, target: Any) -> None:
    """Read the body of a request into an object, as the type of that object says."""
    given = without_nulls(json.loads(request.state.body))
    read = TypeAdapter(type(target)).validate_json(json.dumps(given), strict=True)
    vars(target).update(vars(read))


def without_nulls(value: Any) -> Any:
    """Leave out the members that are null, which set nothing."""
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_nulls(item) for item in value]
    return value

`,
    [],
    ["import json", "from typing import Any", "from fastapi import Request", "from pydantic import TypeAdapter"],
  ),
  helper(
    "required",
    `def required(value: Any) -> Any:
    """Decline what is left at its zero value."""
    if value is None or value in ("", 0, False):
        raise ValueError("required")
    return value
`,
    [],
    ["from typing import Any"],
  ),
];
