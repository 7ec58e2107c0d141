import type * as ir from "../../ir/node.ts";
import type { FunctionNode, FunctionParameter } from "../../python/analysis-api.ts";
import type * as py from "../../python/tree.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { describe, descriptionName, memberRules, textOf, typeRules, unannotated } from "./python-rules.ts";

/* Applications of FastAPI: functions that are called for requests, and what fills in their parameters. */

/** What fills in a parameter where a request calls the function, and its default, as far as `Query(…)`, `Depends(…)` and the like say so. */
export function describedInput(
  parameter: FunctionParameter,
  context: PythonLiftContext,
): { readonly input: ir.RequestInput; readonly defaultValue: ir.Expression | undefined } | undefined {
  const { annotation } = parameter.node;
  const isDescribed =
    descriptionName(parameter.default, context) !== undefined ||
    unannotated(annotation).metadata.some((item) => descriptionName(item, context) !== undefined);
  const isConstrained =
    annotation !== undefined &&
    !isDescribed &&
    (typeRules(annotation, context).length > 0 || memberRules(parameter.type).length > 0);
  if (!isDescribed && !isConstrained) return undefined;
  const described = describe(annotation, parameter.default, context);
  const name = isDescribed ? descriptionName(described.calls.at(-1), context)! : "Query";
  const defaultValue = described.defaultValue && context.coerced(described.defaultValue, parameter.type);
  const common = { rules: described.rules, origin: context.origin(parameter.node), defaultValue };
  if (name === "Depends") {
    const dependency = providerOf(described.calls.at(-1)!, context);
    return { input: { ...common, source: "dependency", name: parameter.name, dependency }, defaultValue: undefined };
  }
  if (described.factory)
    throw new Untranslatable("input-default", "A default that a function makes is not translated here; write it out.");
  const source = sources[name];
  if (source === undefined)
    throw new Untranslatable("request-input", `An input described by \`${name}\` is not translated.`);
  const wire = described.alias ?? (source === "header" ? parameter.name.replaceAll("_", "-") : parameter.name);
  return { input: { ...common, source, name: wire }, defaultValue };
}

const sources: Readonly<Record<string, ir.RequestInput["source"]>> = {
  Query: "query",
  Path: "path",
  Header: "header",
  Body: "body",
};

/** The function that `Depends(…)` names. */
export function providerOf(call: py.Call, context: PythonLiftContext): ir.RequestInput["dependency"] {
  const given = call.args[0] ?? call.keywords.find((keyword) => keyword.arg === "dependency")?.value;
  const binding = given?.kind === "Name" ? context.analysis.bindingOf(given) : undefined;
  if (binding?.kind !== "function")
    throw new Untranslatable(
      "dependency",
      "A dependency that is no function of this module is not translated; Go handlers call what they need.",
    );
  return binding;
}

const methods: ReadonlySet<string> = new Set(["get", "post", "put", "patch", "delete", "head", "options", "websocket"]);
/** What only documents a route. */
const silent: ReadonlySet<string> = new Set([
  "tags",
  "summary",
  "description",
  "response_description",
  "name",
  "operation_id",
  "responses",
  "deprecated",
  "include_in_schema",
]);

/** Whether the call is one of a method of an application or router, and which. */
export function routerMethod(node: py.Expression, context: PythonLiftContext): string | undefined {
  if (node.kind !== "Call" || node.func.kind !== "Attribute") return undefined;
  const target = context.analysis.callOf(node);
  return target?.kind === "library-method" && /^fastapi\.(FastAPI|APIRouter)$/.test(target.owner)
    ? target.name
    : undefined;
}

/** The routes that the decorators of a function make, outermost last as Python applies them. */
export function routesOf(node: FunctionNode, context: PythonLiftContext): readonly ir.Route[] {
  return [...node.decoratorList].reverse().flatMap((decorator): readonly ir.Route[] => {
    const method = routerMethod(decorator, context);
    if (method === undefined || !methods.has(method)) return [];
    return [routeOf(decorator as py.Call, method, node, context)];
  });
}

function routeOf(call: py.Call, method: string, node: FunctionNode, context: PythonLiftContext): ir.Route {
  const path = textOf(call.args[0] ?? call.keywords.find((keyword) => keyword.arg === "path")?.value);
  if (path === undefined || call.func.kind !== "Attribute")
    throw new Untranslatable("route-path", "A path that is computed is not translated; write it out.");
  const facts = context.analysis.functionFacts(node);
  const keyword = (name: string): py.Expression | undefined => call.keywords.find((item) => item.arg === name)?.value;
  for (const { arg } of call.keywords)
    if (arg !== "path" && arg !== "status_code" && arg !== "response_model" && arg !== "dependencies")
      if (arg === undefined || !silent.has(arg))
        throw new Untranslatable("route-option", `The option \`${arg ?? "**"}\` of the route is not translated.`);
  const model = keyword("response_model") ?? (node.returns?.kind === "Constant" ? undefined : node.returns);
  const response = model && context.analysis.annotationType(model);
  if (keyword("response_model") && response?.kind === "unknown" && model?.kind !== "Constant")
    throw new Untranslatable("response-model", "What the model of the response is could not be read; name a class.");
  return {
    sort: "statement",
    kind: "Route",
    router: context.expression(call.func.value),
    method: method.toUpperCase(),
    path,
    handler: { binding: context.bindingOf(node) },
    status: statusOf(keyword("status_code")) ?? 200,
    ...(response && response.kind !== "any" && response.kind !== "unknown" ? { response } : {}),
    result: facts.result,
    dependencies: dependenciesOf(keyword("dependencies"), context),
    origin: context.origin(call),
  };
}

/** What the decorators of a function say of exceptions that it answers: `@app.exception_handler(NotFound)`. */
export function errorHandlersOf(node: FunctionNode, context: PythonLiftContext): readonly ir.AnswerException[] {
  return node.decoratorList.flatMap((decorator): readonly ir.AnswerException[] => {
    if (routerMethod(decorator, context) !== "exception_handler") return [];
    if (decorator.kind !== "Call" || decorator.func.kind !== "Attribute" || decorator.args.length !== 1) return [];
    const type = context.typeOf(decorator.args[0]!);
    const exception = type.kind === "class" ? type.instance : undefined;
    if (exception?.kind !== "named" || exception.symbol.module !== "")
      throw new Untranslatable("error-handler", "Only handlers of exceptions of the program are translated.");
    return [
      {
        sort: "statement",
        kind: "AnswerException",
        router: context.expression(decorator.func.value),
        exception,
        handler: { binding: context.bindingOf(node) },
        result: context.analysis.functionFacts(node).result,
        origin: context.origin(decorator),
      },
    ];
  });
}

/** `dependencies=[Depends(check)]` */
export function dependenciesOf(
  node: py.Expression | undefined,
  context: PythonLiftContext,
): readonly ir.RequestHandler[] {
  if (node === undefined) return [];
  const calls = node.kind === "List" ? node.elts : [];
  if (node.kind !== "List" || calls.some((call) => descriptionName(call, context) !== "Depends"))
    throw new Untranslatable("dependency", "Dependencies that are no list of `Depends(…)` are not translated.");
  return calls.map((call) => ({ binding: providerOf(call as py.Call, context)! }));
}

/** A status as a number, or as a name of `fastapi.status`. */
function statusOf(node: py.Expression | undefined): number | undefined {
  if (node === undefined) return undefined;
  if (node.kind === "Constant" && node.value.type === "int") return Number(node.value.value);
  const number = node.kind === "Attribute" ? /^HTTP_(\d+)_/.exec(node.attr)?.[1] : undefined;
  if (number !== undefined) return Number(number);
  throw new Untranslatable("route-status", "A status that is computed is not translated; write the number.");
}
