import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import type * as py from "../../python/tree.ts";

export default defineConstruct({
  id: "serve",
  title: "uvicorn.run / app.Run",
  summary:
    '`uvicorn.run(app, port=8000)` becomes `app.Run(":8000")`; a module that leaves it to a command is given the call.',
  explanation:
    "A Python application is an object that a server such as uvicorn imports and calls, so a module often ends without starting anything. A Go program is its own server: `main` has to make the engine, add the routes and then " +
    "wait in `Run`, which only returns with an error. uvicorn listens on 127.0.0.1 unless it is told otherwise; an address without a host listens on all of them.",
  references: [
    { title: "Uvicorn: Running programmatically", url: "https://www.uvicorn.org/#running-programmatically" },
    { title: "Go: Engine.Run of gin", url: "https://pkg.go.dev/github.com/gin-gonic/gin#Engine.Run" },
  ],
  refines: { python: { Expr: lift } },
  lower: {
    go: {
      Serve: (node, context) => {
        const parts = context.expressions([...(node.host ? [node.host] : []), ...(node.port ? [node.port] : [])]);
        const host = node.host ? parts[0]! : go.string("127.0.0.1");
        const port = node.port ? parts.at(-1)! : go.integer(8000);
        const address =
          host.kind === "BasicLit" && port.kind === "BasicLit" && node.host?.kind !== "Variable"
            ? go.string(`${plainHost(node.host)}:${String(port.value)}`)
            : go.libraryCall("fmt", "Sprintf", go.string("%s:%d"), host, port);
        const error = go.ident("err");
        return go.ifStatement(
          go.binary(error, "!=", go.ident("nil")),
          [go.statement(go.libraryCall("log", "Fatal", error))],
          undefined,
          go.define("err", go.call(go.selector(context.expression(node.router), "Run"), address)),
        );
      },
    },
    python: {
      Serve: () => {
        throw new Untranslatable("serve", "The start of an application of FastAPI is not written anew.");
      },
    },
  },
  snippets: [
    {
      language: "python",
      prefix: "run",
      terms: ["router.Run", "http.ListenAndServe"],
      description: "Serve an application",
      body: ['if __name__ == "__main__":', '    uvicorn.run(${1:app}, host="${2:127.0.0.1}", port=${3:8000})'],
    },
  ],
  examples: [],
});

function plainHost(node: ir.Expression | undefined): string {
  return node?.kind === "StringLiteral" ? node.value : "127.0.0.1";
}

/** What concerns how the server runs and not what it answers. */
const silent: ReadonlySet<string> = new Set(["log_level", "access_log", "workers", "reload"]);

function lift(node: py.Expr, context: PythonLiftContext): ir.Statement | undefined {
  if (node.value.kind !== "Call") return undefined;
  const target = context.analysis.callOf(node.value);
  if (target?.kind !== "library" || target.name !== "uvicorn.run") return undefined;
  const { args, keywords } = node.value;
  const keyword = (name: string): py.Expression | undefined => keywords.find((item) => item.arg === name)?.value;
  const app = args[0] ?? keyword("app");
  for (const { arg } of keywords)
    if (arg !== "host" && arg !== "port" && arg !== "app" && (arg === undefined || !silent.has(arg)))
      throw new Untranslatable("serve-option", `The option \`${arg ?? "**"}\` of the server is not translated.`);
  if (app === undefined || args.length > 1) return undefined;
  const router = context.expression(app);
  if (router.type.kind !== "named")
    throw new Untranslatable(
      "serve-option",
      "An application that is named by a text is not translated; pass the object.",
    );
  const [host, port] = [keyword("host"), keyword("port")];
  return {
    sort: "statement",
    kind: "Serve",
    router,
    ...(host ? { host: context.expression(host) } : {}),
    ...(port ? { port: context.expression(port) } : {}),
  };
}
