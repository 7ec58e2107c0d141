import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { dependencyMiddleware } from "../../lowering/go/web.ts";
import * as go from "../../lowering/go/syntax.ts";
import { textOf } from "../../lowering/lift/python-rules.ts";
import { dependenciesOf, routerMethod } from "../../lowering/lift/python-web.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import type * as py from "../../python/tree.ts";

export default defineConstruct({
  id: "web-application",
  title: "FastAPI and APIRouter / gin.Engine and its groups",
  summary: "`FastAPI()` becomes an engine of Gin, and a router that is included becomes a group of that engine.",
  explanation:
    "An APIRouter collects routes on its own, in a module of its own, and the application takes them over when it includes the router. A group of Gin is made from the engine, or from the group that it belongs to, and " +
    "its routes are there at once. So the translation makes the group where Python includes the router, with both prefixes. An engine of Gin also answers unknown paths and methods in plain text; FastAPI's clients are used to JSON.",
  references: [
    { title: "FastAPI: Bigger applications", url: "https://fastapi.tiangolo.com/tutorial/bigger-applications/" },
    { title: "Go: RouterGroup of gin", url: "https://pkg.go.dev/github.com/gin-gonic/gin#RouterGroup" },
  ],
  refines: { python: { Call: liftMade, Expr: liftIncluded } },
  lower: {
    go: {
      WebApplication: (node, context) => {
        if (node.form === "application") return go.call(context.helper("newWebApp"));
        if (node.parent === undefined)
          throw new Untranslatable(
            "router-not-included",
            "A router that this module does not include once is not translated; a group of Gin is made from its engine.",
          );
        const prefix = go.string(node.prefix);
        const made = context.expression(node.parent);
        const dependencies = node.dependencies.map((one) => dependencyMiddleware(one, context));
        return go.call(go.selector(made, "Group"), prefix, ...dependencies);
      },
      IncludeRoutes: () => {
        throw new Untranslatable("router-not-included", "The router that is included is not one of this module.");
      },
    },
    python: {
      WebApplication: () => {
        throw new Untranslatable("web-application", "An application of FastAPI is not written anew.");
      },
      IncludeRoutes: () => {
        throw new Untranslatable("router-not-included", "A router of FastAPI is not included anew.");
      },
    },
  },
  snippets: [
    {
      language: "python",
      prefix: "group",
      terms: ["router.Group", "gin group"],
      description: "Routes below a prefix",
      body: [
        '${1:router} = APIRouter(prefix="/${2:items}")',
        "",
        "",
        '@${1:router}.get("/")',
        "async def ${3:list_items}() -> list[${4:Item}]:",
        "    return ${0:[]}",
      ],
    },
    {
      language: "go",
      prefix: "apirouter",
      terms: ["APIRouter", "include_router"],
      description: "Routes below a prefix",
      body: ['${1:items} := ${2:router}.Group("/${3:items}")', '${1:items}.GET("", ${4:listItems})'],
    },
  ],
  examples: [],
});

/** What only documents an application. */
const silent: ReadonlySet<string> = new Set([
  "title",
  "description",
  "version",
  "summary",
  "tags",
  "docs_url",
  "redoc_url",
  "openapi_url",
  "openapi_tags",
  "contact",
  "license_info",
  "responses",
  "debug",
]);

function liftMade(node: py.Call, context: PythonLiftContext): ir.Expression | undefined {
  const target = context.analysis.callOf(node);
  if (target?.kind !== "library") return undefined;
  if (target.name !== "fastapi.FastAPI" && target.name !== "fastapi.APIRouter") return undefined;
  const form = target.name === "fastapi.FastAPI" ? "application" : "group";
  for (const { arg } of node.keywords)
    if (arg !== "prefix" && arg !== "dependencies" && (arg === undefined || !silent.has(arg)))
      throw new Untranslatable("application-option", `The option \`${arg ?? "**"}\` is not translated.`);
  const keyword = (name: string): py.Expression | undefined => node.keywords.find((item) => item.arg === name)?.value;
  if (form === "application" && keyword("dependencies"))
    throw new Untranslatable("application-option", "Dependencies of a whole application are not translated.");
  return expression("WebApplication", context.typeOf(node), {
    form,
    prefix: prefixOf(keyword("prefix")),
    dependencies: dependenciesOf(keyword("dependencies"), context),
  });
}

function prefixOf(node: py.Expression | undefined): string {
  const text = node === undefined ? "" : textOf(node);
  if (text === undefined) throw new Untranslatable("route-path", "A prefix that is computed is not translated.");
  return text;
}

/** `app.include_router(router, prefix="/api")` */
function liftIncluded(node: py.Expr, context: PythonLiftContext): ir.Statement | undefined {
  if (routerMethod(node.value, context) !== "include_router" || node.value.kind !== "Call") return undefined;
  const { func, args, keywords } = node.value;
  const keyword = (name: string): py.Expression | undefined => keywords.find((item) => item.arg === name)?.value;
  const group = args[0] ?? keyword("router");
  if (func.kind !== "Attribute" || group === undefined) return undefined;
  return {
    sort: "statement",
    kind: "IncludeRoutes",
    router: context.expression(func.value),
    group: context.expression(group),
    prefix: prefixOf(keyword("prefix")),
    dependencies: dependenciesOf(keyword("dependencies"), context),
  };
}
