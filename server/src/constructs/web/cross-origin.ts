import { expression, text } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import * as go from "../../lowering/go/syntax.ts";
import { routerMethod } from "../../lowering/lift/python-web.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import type * as py from "../../python/tree.ts";
import { listOf, stringType } from "../../types/build.ts";

export default defineConstruct({
  id: "cross-origin",
  title: "Middleware: CORSMiddleware, and requests one after the other",
  summary: "`app.add_middleware(CORSMiddleware, …)` becomes a handler that `app.Use` puts before all others.",
  explanation:
    "Middleware of an ASGI application wraps it: the one added last sees a request first, whatever the order in which routes were added. Gin keeps a list of handlers for each route, made when the route is added, so `Use` has to come " +
    "before the routes, and handlers run in the order in which they were given; `c.Next()` runs the rest, `c.Abort()` leaves it out. A Go server answers requests on many goroutines at once. Where Python functions share dicts or lists, which one " +
    "loop of events protects as long as nothing is awaited, Go needs a mutex, or the program ends with concurrent map writes.",
  references: [
    { title: "FastAPI: CORS", url: "https://fastapi.tiangolo.com/tutorial/cors/" },
    { title: "Gin: Using middleware", url: "https://gin-gonic.com/en/docs/middleware/using-middleware/" },
    { title: "Go: Data race detector", url: "https://go.dev/doc/articles/race_detector" },
  ],
  refines: { python: { Expr: lift } },
  lower: {
    go: {
      AllowOrigins: (node, context) => {
        const [router, origins, methods, headers] = context.expressions([
          node.router,
          node.origins,
          node.methods,
          node.headers,
        ]);
        const made = go.call(
          context.helper("allowOrigins"),
          origins!,
          methods!,
          headers!,
          go.ident(String(node.credentials)),
        );
        return go.statement(go.call(go.selector(router!, "Use"), made));
      },
      TakeTurns: (node, context) =>
        go.statement(
          go.call(go.selector(context.expression(node.router), "Use"), go.call(context.helper("oneAtATime"))),
        ),
    },
    python: {
      AllowOrigins: () => {
        throw new Untranslatable("middleware", "The middleware of FastAPI is not written anew.");
      },
      TakeTurns: () => [],
    },
  },
  snippets: [
    {
      language: "python",
      prefix: "cors",
      terms: ["cors.New", "gin-contrib cors", "router.Use"],
      description: "Pages of other origins may call the application",
      body: [
        "${1:app}.add_middleware(",
        "    CORSMiddleware,",
        '    allow_origins=["${2:https://example.com}"],',
        '    allow_methods=["${3:*}"],',
        '    allow_headers=["${4:*}"],',
        ")",
      ],
    },
  ],
  examples: [],
});

function lift(node: py.Expr, context: PythonLiftContext): ir.Statement | undefined {
  if (routerMethod(node.value, context) !== "add_middleware" || node.value.kind !== "Call") return undefined;
  const { func, args, keywords } = node.value;
  const [kind] = args;
  const type = kind && context.typeOf(kind);
  const isCors =
    type?.kind === "class" && type.instance.kind === "named" && type.instance.symbol.name === "CORSMiddleware";
  if (func.kind !== "Attribute" || !isCors)
    throw new Untranslatable(
      "middleware",
      "Only CORSMiddleware is translated; write others as handlers that call `c.Next()`.",
    );
  const strings = listOf(stringType);
  const list = (name: string, fallback: readonly string[]): ir.Expression => {
    const given = keywords.find((keyword) => keyword.arg === name)?.value;
    return given
      ? context.coerced(given, strings)
      : expression("ListLiteral", strings, { elements: fallback.map(text) });
  };
  const known = ["allow_origins", "allow_methods", "allow_headers", "allow_credentials"];
  for (const { arg } of keywords)
    if (arg === undefined || !known.includes(arg))
      throw new Untranslatable("middleware", `The option \`${arg ?? "**"}\` of CORSMiddleware is not translated.`);
  const credentials = keywords.find((keyword) => keyword.arg === "allow_credentials")?.value;
  return {
    sort: "statement",
    kind: "AllowOrigins",
    router: context.expression(func.value),
    origins: list("allow_origins", []),
    methods: list("allow_methods", ["GET"]),
    headers: list("allow_headers", []),
    credentials: credentials?.kind === "Constant" && credentials.value.type === "bool" && credentials.value.value,
  };
}
