import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { lowerErrorHandler, lowerRoute } from "../../lowering/go/web.ts";
import { liftPythonFunction } from "../../lowering/lift/python-functions.ts";
import { errorHandlersOf, routesOf } from "../../lowering/lift/python-web.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import type * as py from "../../python/tree.ts";

export default defineConstruct({
  id: "route",
  title: "Route: @app.get / router.GET",
  summary:
    'A function under `@app.get("/items/{id}")` is registered with `app.GET("/items/:id", …)` by a literal that reads the request and writes the answer.',
  explanation:
    "FastAPI looks at a function's signature: it finds each parameter in the path, the query, a header or the body, converts and checks it, answers 422 with all that is wrong, calls what `Depends` names, and turns the result " +
    "or an HTTPException into an answer. Gin hands over a context, and the handler does all of it step by step: it reads and converts texts, returns as soon as something is wrong, and writes a status and a body itself, since nobody looks at " +
    "what it returns. What a dependency provides is a function call here; where several routes need it, Gin's own way is middleware that stores it in the context. Requests run on goroutines of their own at the same time, where " +
    "coroutines of Python change over only at an `await`.",
  references: [
    { title: "FastAPI: Path parameters", url: "https://fastapi.tiangolo.com/tutorial/path-params/" },
    { title: "FastAPI: Dependencies", url: "https://fastapi.tiangolo.com/tutorial/dependencies/" },
    { title: "Go: package gin", url: "https://pkg.go.dev/github.com/gin-gonic/gin" },
  ],
  refines: { python: { FunctionDef: lift, AsyncFunctionDef: lift } },
  lower: {
    go: {
      Route: (node, context) => lowerRoute(node, context),
      AnswerException: (node, context) => lowerErrorHandler(node, context),
    },
    python: {
      AnswerException: () => {
        throw new Untranslatable("error-handler", "A handler of exceptions is not written anew; keep the decorator.");
      },
      Route: () => {
        throw new Untranslatable("route", "A route of FastAPI is not written anew; keep the decorator.");
      },
    },
  },
  snippets: [
    {
      language: "python",
      prefix: "ginhandler",
      terms: ["router.GET", "c.JSON", "gin.Context"],
      description: "A function that answers requests",
      body: [
        '@${1:app}.get("/${2:items}/{${3:item_id}}")',
        "async def ${4:read_item}(${3:item_id}: ${5:int}) -> ${6:Item}:",
        "    if ${3:item_id} not in ${7:items}:",
        '        raise HTTPException(status_code=404, detail="${8:Item not found}")',
        "    return ${7:items}[${3:item_id}]",
      ],
    },
    {
      language: "go",
      prefix: "appget",
      terms: ["@app.get", "FastAPI route", "HTTPException"],
      description: "A handler that answers requests",
      body: [
        '${1:router}.GET("/${2:items}/:${3:id}", func(c *gin.Context) {',
        '\t${4:item}, ok := ${2:items}[c.Param("${3:id}")]',
        "\tif !ok {",
        '\t\tc.AbortWithStatusJSON(http.StatusNotFound, gin.H{"detail": "${5:Item not found}"})',
        "\t\treturn",
        "\t}",
        "\tc.JSON(http.StatusOK, ${4:item})",
        "})",
      ],
    },
  ],
  examples: [],
});

/** A function that is registered for requests: the function, and then its routes. */
function lift(
  node: py.FunctionDef | py.AsyncFunctionDef,
  context: PythonLiftContext,
): readonly ir.Statement[] | undefined {
  if (node.decoratorList.length === 0) return undefined;
  const routes = [...routesOf(node, context), ...errorHandlersOf(node, context)];
  if (routes.length === 0) return undefined;
  const others = node.decoratorList.length - routes.length;
  if (others > 0)
    throw new Untranslatable("route-decorator", "A route whose function has other decorators too is not translated.");
  return [liftPythonFunction(node, context, true), ...routes];
}
