import { defineHelper } from "../../lowering/helper.ts";

const fastapi = ["from fastapi import Request"];

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
        handlers: Any = {404: self.miss, 405: self.miss, 500: fail}
        self.app = app or FastAPI(openapi_url=None, redirect_slashes=False, exception_handlers=handlers)
        self.prefix = prefix
        self.before = before
        self.unknown: tuple[Any, ...] = ()

    def use(self, *handlers: Any) -> None:
        self.before += handlers

    def no_route(self, *handlers: Any) -> None:
        self.unknown = handlers

    def group(self, path: str, *handlers: Any) -> "Routes":
        return Routes(self.app, self.prefix + path.rstrip("/"), self.before + handlers)

    def add(self, method: str, path: str, *handlers: Any) -> None:
        """Have the handlers called, one after the other, for requests of this method and path."""
        chain = self.before + handlers
        pattern = self.prefix + path

        async def endpoint(request: Request) -> Response:
            return (await answer(request, chain, pattern)).response()

        whole = re.sub(r"[*](\\w+)", r"{\\1:path}", re.sub(r":(\\w+)", r"{\\1}", pattern))
        self.app.add_api_route(whole, endpoint, methods=[method], response_model=None)

    async def miss(self, request: Request, error: Exception) -> Response:
        """Answer a request for which there is no route."""
        path = request.url.path
        other = path.removesuffix("/") if path.endswith("/") else path + "/"
        if any(route.matches({**request.scope, "path": other})[0] is Match.FULL for route in self.app.routes):
            return RedirectResponse(request.url.replace(path=other), 301 if request.method == "GET" else 307)
        answered = await answer(request, self.before + self.unknown, "", 404)
        if answered.settled is None and answered.status == 404:
            answered.write("404 page not found")
        return answered.response()

    def run(self, address: str) -> None:
        # A part of a path that is written out comes before one that is anything.
        self.app.router.routes.sort(key=lambda route: getattr(route, "path", "").replace("{", "\\uffff"))
        host, _, port = address.rpartition(":")
        uvicorn.run(self.app, host=host or "0.0.0.0", port=int(port))


async def answer(request: Request, handlers: tuple[Any, ...], pattern: str, status: int = 200) -> Answer:
    """Have the handlers answer a request, one after the other."""
    request.scope["body"] = await request.body()
    request.scope["answer"] = answered = Answer(status)
    request.scope["rest"] = iter(handlers)
    request.scope["pattern"] = pattern
    run_next(request)
    return answered


async def fail(request: Request, error: Exception) -> Response:
    """Answer a request whose handlers failed."""
    return Response(status_code=500)
`,
    ["run_next", "Answer"],
    [
      "import re",
      "from typing import Any",
      "import uvicorn",
      "from fastapi import FastAPI, Request",
      "from fastapi.responses import RedirectResponse, Response",
      "from starlette.routing import Match",
    ],
  ),
  helper(
    "run_next",
    `def run_next(request: Request) -> None:
    """Run the handlers that are left, until one of them stops that."""
    for handler in request.scope["rest"]:
        handler(request)
`,
  ),
  helper(
    "abort_chain",
    `def abort_chain(request: Request) -> None:
    """Leave out the handlers that are left."""
    for _ in request.scope["rest"]:
        pass
`,
  ),
  helper(
    "respond",
    `def respond(request: Request, status: int, content: Any, indent: int | None = None) -> None:
    """Answer the request with JSON."""
    respond_data(request, status, "application/json; charset=utf-8", json_text(content, indent))
`,
    ["json_text", "respond_data"],
    ["from typing import Any", ...fastapi],
  ),
  helper(
    "respond_data",
    `def respond_data(request: Request, status: int, kind: str, content: bytes | str) -> None:
    """Answer the request with content of a kind."""
    answered: Answer = request.scope["answer"]
    answered.headers.setdefault("Content-Type", kind)
    answered.begin(status)
    answered.write(content)
`,
    ["Answer"],
  ),
  helper(
    "abort",
    `def abort(request: Request, status: int, content: Any) -> None:
    """Answer the request with JSON, and leave out the handlers that are left."""
    respond(request, status, content)
    abort_chain(request)
`,
    ["respond", "abort_chain"],
    ["from typing import Any", ...fastapi],
  ),
  helper(
    "abort_status",
    `def abort_status(request: Request, status: int) -> None:
    """Answer the request without a body, and leave out the handlers that are left."""
    request.scope["answer"].begin(status)
    abort_chain(request)
`,
    ["abort_chain"],
  ),
  helper(
    "respond_text",
    `def respond_text(request: Request, status: int, text: str) -> None:
    """Answer the request with plain text."""
    respond_data(request, status, "text/plain; charset=utf-8", text)
`,
    ["respond_data"],
  ),
  helper(
    "set_status",
    `def set_status(request: Request, status: int) -> None:
    """Set the status of the answer."""
    request.scope["answer"].set_status(status)
`,
  ),
  helper(
    "set_header",
    `def set_header(request: Request, name: str, value: str) -> None:
    """Set a header of the answer."""
    request.scope["answer"].headers[name] = value
`,
  ),
  helper(
    "bind_json",
    `def bind_json(request: Request, target: Any) -> None:
    """Read the body of a request into an object, as the type of that object says."""
    given = without_nulls(json.loads(request.scope["body"]))
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
    ["import json", "from typing import Any", "from pydantic import TypeAdapter", ...fastapi],
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
