import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import type * as py from "../../python/tree.ts";

export default defineConstruct({
  id: "web-socket",
  title: "WebSocket: @app.websocket / package websocket",
  summary:
    "A function under `@app.websocket` is given a connection; in Go the handler upgrades the request and then reads and writes messages until reading fails.",
  explanation:
    "FastAPI hands a coroutine the connection, and the end of the conversation arrives as WebSocketDisconnect at whatever waits for a message. net/http hands a handler a plain request; the package websocket takes the connection over " +
    "(`Upgrade`), after which the handler owns it, and every read or write gives an error once it is closed. A goroutine that waits for a message costs little, so nothing is awaited in Go. But a connection of gorilla/websocket allows one writer at a " +
    "time, and a list of connections needs a mutex; the translation lets a handler go only while it waits for a message, which is when a loop of events would.",
  references: [
    { title: "FastAPI: WebSockets", url: "https://fastapi.tiangolo.com/advanced/websockets/" },
    { title: "Go: package gorilla/websocket", url: "https://pkg.go.dev/github.com/gorilla/websocket" },
  ],
  refines: { python: { Await: lift } },
  snippets: [
    {
      language: "python",
      prefix: "upgrader",
      terms: ["websocket.Upgrader", "gorilla websocket", "ReadMessage"],
      description: "A connection that answers each message",
      body: [
        '@${1:app}.websocket("/${2:ws}")',
        "async def ${3:echo}(websocket: WebSocket) -> None:",
        "    await websocket.accept()",
        "    try:",
        "        while True:",
        "            ${4:text} = await websocket.receive_text()",
        "            await websocket.send_text(${4:text})",
        "    except WebSocketDisconnect:",
        "        return",
      ],
    },
    {
      language: "go",
      prefix: "appwebsocket",
      terms: ["@app.websocket", "websocket.receive_text", "WebSocketDisconnect"],
      description: "A connection that answers each message",
      body: [
        "conn, err := ${1:upgrader}.Upgrade(${2:c.Writer}, ${3:c.Request}, nil)",
        "if err != nil {",
        "\treturn",
        "}",
        "defer conn.Close()",
        "for {",
        "\tkind, data, err := conn.ReadMessage()",
        "\tif err != nil {",
        "\t\treturn",
        "\t}",
        "\tif err := conn.WriteMessage(kind, data); err != nil {",
        "\t\treturn",
        "\t}",
        "}",
      ],
    },
  ],
  examples: [],
});

/** `await socket.receive_text()`: the call itself waits in Go. */
function lift(node: py.Await, context: PythonLiftContext): ir.Expression | undefined {
  if (node.value.kind !== "Call") return undefined;
  const target = context.analysis.callOf(node.value);
  if (target?.kind !== "library-method" || target.owner !== "fastapi.WebSocket") return undefined;
  const call = context.library(node.value);
  return call && { ...call, type: context.typeOf(node) };
}
