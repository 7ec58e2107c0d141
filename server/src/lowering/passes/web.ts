import { integer } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { walk } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import type { Type } from "../../types/type.ts";
import { isModel } from "../lift/python-models.ts";
import { Untranslatable } from "../untranslatable.ts";

/*
 * Applications of FastAPI as Gin has them. There a group is made from what it belongs to, middleware concerns the routes that come after it, and
 * nothing but the program itself starts the server; so what a module says of its applications in any order is put into that order.
 */

/** What the functions of the module take, by binding. */
export type Functions = ReadonlyMap<string, ir.Function>;

/** The functions of a module that can be called for requests. */
export function functionsOf(declarations: readonly ir.Declaration[]): Functions {
  const functions = new Map<string, ir.Function>();
  for (const node of declarations) if (node.kind === "Function") functions.set(node.binding.id, node);
  return functions;
}

/** Whether statements make an application, so that they are worth arranging. */
export function concernsWeb(body: readonly ir.Statement[]): boolean {
  return body.some(
    (statement) =>
      isAbout(statement) ||
      (statement.kind === "Assign" && statement.value.kind === "WebApplication") ||
      (statement.kind === "ExpressionStatement" && statement.expression.kind === "WebApplication"),
  );
}

function isAbout(statement: ir.Statement): boolean {
  if (statement.kind === "AnswerException") return true;
  return statement.kind === "Route" || statement.kind === "IncludeRoutes" || statement.kind === "AllowOrigins";
}

/** Arranges what a module does when it runs. `guarded` is where its `__main__` part begins; `serves`: whether the program starts the server itself. */
export function arrangeWeb(
  body: readonly ir.Statement[],
  guarded: number,
  functions: Functions,
  { serves, takesTurns, applications }: Surroundings,
): readonly ir.Statement[] {
  const routes: ir.Statement[] = [];
  const middleware: ir.Statement[] = [];
  const before: ir.Statement[] = [];
  const after: ir.Statement[] = [];
  const included = inclusions(body);
  body.forEach((statement, position) => {
    if (statement.kind === "IncludeRoutes") return;
    if (statement.kind === "AllowOrigins") middleware.unshift(statement);
    else if (statement.kind === "AnswerException")
      before.push({ ...statement, handler: resolved(statement.handler, functions, []) });
    else if (statement.kind === "Route") {
      const earlier = routes.flatMap((other) =>
        other.kind === "Route" && bindingOf(other.router) === bindingOf(statement.router) ? [other] : [],
      );
      routes.push({
        ...resolvedRoute(statement, functions),
        earlier: earlier.map(({ method, path }) => ({ method, path })),
      });
    } else if (isGroup(statement)) routes.push(below(statement, included, functions));
    else if (position >= guarded || statement.kind === "Serve") after.push(statement);
    else before.push(statement);
  });
  const [application] = applications;
  const served: readonly ir.Statement[] =
    serves || application === undefined || applications.length > 1
      ? []
      : [{ sort: "statement", kind: "Serve", router: application, port: integer(8000), isImplied: true }];
  const hasSockets = routes.some((statement) => statement.kind === "Route" && statement.method === "WEBSOCKET");
  const turns =
    takesTurns || hasSockets
      ? applications.map((router): ir.Statement => ({ sort: "statement", kind: "TakeTurns", router }))
      : [];
  return [...before, ...middleware, ...turns, ...ordered(routes), ...after, ...served];
}

export interface Surroundings {
  readonly serves: boolean;
  readonly takesTurns: boolean;
  /** The variables that hold the applications of the module. */
  readonly applications: readonly ir.Expression[];
}

type Group = ir.Assign & { readonly value: ir.WebApplication };

function isGroup(statement: ir.Statement): statement is Group {
  return statement.kind === "Assign" && statement.value.kind === "WebApplication" && statement.value.form === "group";
}

function bindingOf(node: ir.Expression | undefined): Binding | undefined {
  return node?.kind === "Variable" ? node.binding : undefined;
}

/** Where each group is included, by its variable. */
function inclusions(body: readonly ir.Statement[]): ReadonlyMap<Binding, readonly ir.IncludeRoutes[]> {
  const found = new Map<Binding, ir.IncludeRoutes[]>();
  for (const statement of body) {
    const binding = statement.kind === "IncludeRoutes" ? bindingOf(statement.group) : undefined;
    if (statement.kind === "IncludeRoutes" && binding) found.set(binding, [...(found.get(binding) ?? []), statement]);
  }
  return found;
}

/** A group made from what includes it. */
function below(
  statement: Group,
  included: ReadonlyMap<Binding, readonly ir.IncludeRoutes[]>,
  functions: Functions,
): ir.Statement {
  const binding = bindingOf(statement.targets[0]);
  const places = binding ? (included.get(binding) ?? []) : [];
  const [place] = places;
  if (place === undefined || places.length > 1) return statement;
  const { value } = statement;
  const dependencies = [...value.dependencies, ...place.dependencies].map((one) => resolved(one, functions, []));
  return {
    ...statement,
    value: { ...value, parent: place.router, prefix: `${place.prefix}${value.prefix}`, dependencies },
  };
}

/** Groups stand before the groups and routes that are made from them. */
function ordered(statements: readonly ir.Statement[]): readonly ir.Statement[] {
  const groups = statements.filter(isGroup);
  const others = statements.filter((statement) => !isGroup(statement));
  const placed: Group[] = [];
  const place = (group: Group): void => {
    if (placed.includes(group)) return;
    const parent = bindingOf(group.value.parent);
    const outer = groups.find(
      (other) => other !== group && parent !== undefined && bindingOf(other.targets[0]) === parent,
    );
    if (outer) place(outer);
    placed.push(group);
  };
  groups.forEach(place);
  return placed
    .flatMap((group): readonly ir.Statement[] => {
      const own = bindingOf(group.targets[0]);
      return [group, ...others.filter((other) => other.kind === "Route" && bindingOf(other.router) === own)];
    })
    .concat(
      others.filter(
        (other) =>
          other.kind !== "Route" || !placed.some((group) => bindingOf(group.targets[0]) === bindingOf(other.router)),
      ),
    );
}

function resolvedRoute(route: ir.Route, functions: Functions): ir.Route {
  const names = [...route.path.matchAll(/\{(\w+)(?::\w+)?\}/g)].map((match) => match[1]!);
  return {
    ...route,
    handler: resolved(route.handler, functions, names),
    dependencies: route.dependencies.map((one) => resolved(one, functions, names)),
  };
}

/** The handler with what fills in its parameters. */
function resolved(
  handler: ir.RequestHandler,
  functions: Functions,
  path: readonly string[],
  depth = 0,
): ir.RequestHandler {
  const node = functions.get(handler.binding.id);
  if (node === undefined || depth > 10) return handler;
  const inputs = node.parameters.map((parameter): ir.HandlerInput => {
    const input = parameter.input ?? impliedInput(parameter, path);
    const isInPath = input.source !== "dependency" && path.includes(input.name);
    const provider = input.dependency && resolved({ binding: input.dependency }, functions, path, depth + 1);
    return {
      parameter,
      input: isInPath ? { ...input, source: "path" } : input,
      ...(provider ? { provider } : {}),
    };
  });
  return { ...handler, inputs, hasResult: node.result.kind !== "none", isGenerator: node.isGenerator };
}

/** What fills in a parameter that says nothing of it: a part of the path, the body for what is no single value, the query for all else. */
function impliedInput(parameter: ir.Parameter, path: readonly string[]): ir.RequestInput {
  const { name } = parameter.binding;
  const common = { name, rules: [], defaultValue: parameter.defaultValue, origin: parameter.origin };
  if (path.includes(name)) return { ...common, source: "path" };
  if (parameter.type.kind === "named" && parameter.type.symbol.name === "Request")
    return { ...common, source: "request" };
  if (parameter.type.kind === "named" && parameter.type.symbol.name === "WebSocket")
    return { ...common, source: "socket" };
  return { ...common, source: isSingle(parameter.type) ? "query" : "body" };
}

function isSingle(type: Type): boolean {
  if (type.kind === "optional") return isSingle(type.inner);
  return type.kind === "named" ? !isModel(type.symbol) : type.kind !== "dict" && type.kind !== "list";
}

/**
 * FastAPI takes the first route that fits; Gin prefers the one without parameters, and wants one name for a part of the path. Throws where that differs.
 */
export function requireDistinct(route: ir.Route, earlier: readonly Pick<ir.Route, "method" | "path">[]): void {
  const own = route.path.split("/");
  for (const other of earlier) {
    if (other.method !== route.method || other.path === route.path) continue;
    const parts = other.path.split("/");
    const length = Math.min(own.length, parts.length);
    const differing = Array.from({ length }, (_, position) => position).find((at) => own[at] !== parts[at]);
    if (differing === undefined) continue;
    const [mine, theirs] = [own[differing]!, parts[differing]!];
    if (theirs.startsWith("{") && mine.startsWith("{"))
      throw new Untranslatable(
        "route-names",
        `Gin wants one name for a part of the path: \`${theirs}\` and \`${mine}\` are to be called the same.`,
      );
    if (theirs.startsWith("{") && own.length === parts.length)
      throw new Untranslatable(
        "route-order",
        `FastAPI takes \`${other.path}\`, which stands before \`${route.path}\`, for its requests; Gin takes this one. Put it first.`,
      );
  }
}

/** Whether something in the module starts the server. */
export function servesItself(declarations: readonly ir.Node[]): boolean {
  let found = false;
  for (const declaration of declarations) walk(declaration, (node) => void (found ||= node.kind === "Serve"));
  return found;
}

/** Routes that are made inside of a function are not arranged. */
export function requireArranged(handler: ir.RequestHandler): NonNullable<ir.RequestHandler["inputs"]> {
  if (handler.inputs) return handler.inputs;
  throw new Untranslatable(
    "route-in-function",
    "A route whose function stands inside of another one, or in another module, is not translated.",
  );
}
