import { assign, expression, expressionStatement, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type { FunctionNode } from "../../python/analysis-api.ts";
import type * as py from "../../python/tree.ts";
import { walk } from "../../python/walk.ts";
import type { Type, TypeSymbol } from "../../types/type.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { exitOf } from "./exit-methods.ts";
import { handlerTypes } from "./python-exceptions.ts";

/** Lifts `with`. `contextlib.suppress` is a `try` already. */
export function liftWith(
  node: py.With | py.AsyncWith,
  context: PythonLiftContext,
): ir.Statement | readonly ir.Statement[] {
  const isAsync = node.kind === "AsyncWith";
  const [only, ...others] = node.items;
  if (only && others.length > 0 && !isAsync && node.items.some((item) => isOfLibrary(item, context))) {
    const inner: py.With = { ...node, items: others };
    return within(only, [liftWith(inner, context)].flat(), context);
  }
  const body = context.statements(node.body);
  const managed = only && others.length === 0 && !isAsync ? managedByLibrary(only, body, context) : undefined;
  if (managed) return managed;
  const suppressed = node.items.map((item) => suppressedTypes(item.contextExpr, context));
  if (suppressed.every((types) => types === undefined))
    return {
      sort: "statement",
      kind: "With",
      items: node.items.map((item) => lifted(item, isAsync, context)),
      body,
      isAsync,
    };
  const [whole] = node.items.reduceRight<readonly ir.Statement[]>((inner, item, position) => {
    const types = suppressed[position];
    return [
      types
        ? attempt(inner, types)
        : { sort: "statement", kind: "With", items: [lifted(item, isAsync, context)], body: inner, isAsync },
    ];
  }, body);
  return whole!;
}

/** The statements of one manager around those of the others. */
function within(
  item: py.WithItem,
  body: readonly ir.Statement[],
  context: PythonLiftContext,
): ir.Statement | readonly ir.Statement[] {
  const managed = managedByLibrary(item, body, context);
  if (managed) return managed;
  const types = suppressedTypes(item.contextExpr, context);
  if (types) return attempt(body, types);
  return { sort: "statement", kind: "With", items: [lifted(item, false, context)], body, isAsync: false };
}

function isOfLibrary({ contextExpr }: py.WithItem, context: PythonLiftContext): boolean {
  const type = context.typeOf(contextExpr);
  return type.kind === "named" && `${type.symbol.module}.${type.symbol.name}` in libraryManagers;
}

/** A class of the library whose objects a `with` enters and leaves: what the block is given, and the method that is called at its end. */
interface LibraryManager {
  /** The attribute that the block is given instead of the object itself. */
  readonly given?: string;
  readonly leave: string;
}

const libraryManagers: Readonly<Record<string, LibraryManager>> = {
  "io.TextIOWrapper": { leave: "close" },
  "io.BufferedReader": { leave: "close" },
  "io.BufferedWriter": { leave: "close" },
  "tempfile.TemporaryDirectory": { given: "name", leave: "cleanup" },
  "socket.socket": { leave: "close" },
};

/** `with open(…) as file:` as an assignment, the block, and the call that closes the file. */
function managedByLibrary(
  item: py.WithItem,
  body: readonly ir.Statement[],
  context: PythonLiftContext,
): readonly ir.Statement[] | undefined {
  const target = item.optionalVars;
  const type = context.typeOf(item.contextExpr);
  const manager = type.kind === "named" ? libraryManagers[`${type.symbol.module}.${type.symbol.name}`] : undefined;
  if (manager === undefined || (target !== undefined && target.kind !== "Name")) return undefined;
  const { span } = item.contextExpr;
  const isItself = manager.given === undefined && target !== undefined;
  const holder = isItself ? undefined : context.temporary(target?.id ?? "manager", type);
  const object = holder ? context.placeholder(holder) : target!;
  const member = (attr: string): py.Attribute => ({ kind: "Attribute", value: object, attr, span });
  const close = context.library({ kind: "Call", func: member(manager.leave), args: [], keywords: [], span });
  const given = manager.given === undefined ? undefined : context.library(member(manager.given));
  if (!close || (manager.given !== undefined && !given)) return undefined;
  const opened = assign(holder ? variable(holder) : context.target(target!), context.expression(item.contextExpr));
  const entered = given && target ? [assign(context.target(target), given)] : [];
  return [
    holder ? { ...opened, declares: [holder] } : opened,
    ...entered,
    { ...attempt(body, []), handlers: [], finally: [expressionStatement(close)] },
  ];
}

function attempt(body: readonly ir.Statement[], types: readonly Type[]): ir.Try {
  return {
    sort: "statement",
    kind: "Try",
    body,
    handlers: [{ types, body: [] }],
    orElse: [],
    finally: [],
    group: false,
  };
}

function lifted(item: py.WithItem, isAsync: boolean, context: PythonLiftContext): ir.WithItem {
  const closed = closing(item, context);
  if (closed) return closed;
  const manager = managerOf(item.contextExpr, isAsync, context);
  return {
    context: context.expression(item.contextExpr),
    ...(item.optionalVars ? { target: context.target(item.optionalVars) } : {}),
    ...(manager ? { manager } : {}),
  };
}

/** `contextlib.closing(x)`: x itself, which is closed at the end. */
function closing(item: py.WithItem, context: PythonLiftContext): ir.WithItem | undefined {
  const { contextExpr: node, optionalVars } = item;
  const [object] = node.kind === "Call" ? node.args : [];
  if (node.kind !== "Call" || object === undefined || pathOf(node.func, context) !== "contextlib.closing")
    return undefined;
  const lifted = context.expression(object);
  const symbol = lifted.type.kind === "named" && lifted.type.symbol.module === "" ? lifted.type.symbol : undefined;
  if (symbol === undefined) return undefined;
  const still = { looks: false, swallows: false, isGiven: false };
  return {
    context: lifted,
    ...(optionalVars ? { target: context.target(optionalVars) } : {}),
    manager: { form: "object", symbol, enter: "__enter__", exit: "close", ...still, isEntered: true },
  };
}

function suppressedTypes(node: py.Expression, context: PythonLiftContext): readonly Type[] | undefined {
  if (node.kind !== "Call" || node.keywords.length > 0 || node.args.length === 0) return undefined;
  const target = context.analysis.callOf(node);
  const path = target?.kind === "library" ? target.name : pathOf(node.func, context);
  if (path !== "contextlib.suppress") return undefined;
  return node.args.flatMap((argument) => handlerTypes(argument, context));
}

function pathOf(node: py.Expression, context: PythonLiftContext): string | undefined {
  if (node.kind === "Name") return context.analysis.bindingOf(node)?.importPath;
  return node.kind === "Attribute" && node.value.kind === "Name"
    ? `${context.analysis.bindingOf(node.value)?.importPath ?? ""}.${node.attr}`
    : undefined;
}

/** The function or method with `@contextmanager` that a call calls. */
function managingFunction(node: py.Expression, context: PythonLiftContext): FunctionNode | undefined {
  if (node.kind !== "Call") return undefined;
  const target = context.analysis.callOf(node);
  if (target?.kind !== "function" && target?.kind !== "method") return undefined;
  return isManaging(target.node) ? target.node : undefined;
}

/** Whether the function is a generator that stands for a context manager. */
export function isManaging(node: FunctionNode): boolean {
  return node.decoratorList.some((decorator) => {
    const name = decorator.kind === "Attribute" ? decorator.attr : decorator.kind === "Name" ? decorator.id : "";
    return name === "contextmanager" || name === "asynccontextmanager";
  });
}

/** The id by which the blocks of the `with` statements over this function are known. */
export function blockId(node: FunctionNode, context: PythonLiftContext): string {
  return `${context.bindingOf(node).id}/block`;
}

function managerOf(node: py.Expression, isAsync: boolean, context: PythonLiftContext): ir.Manager | undefined {
  const managing = managingFunction(node, context);
  if (managing)
    return { form: "function", id: blockId(managing, context), swallows: managing.body.some(handlesExceptions) };
  const type = context.typeOf(node);
  if (type.kind !== "named") return undefined;
  const { symbol } = type;
  if (symbol.module !== "") return { form: "library", path: `${symbol.module}.${symbol.name}` };
  return objectManager(symbol, isAsync, context);
}

function objectManager(symbol: TypeSymbol, isAsync: boolean, context: PythonLiftContext): ir.Manager | undefined {
  const exit = exitOf(symbol, isAsync ? "__aexit__" : "__exit__", context);
  if (exit === undefined) return undefined;
  const { looks, swallows, isGiven } = exit;
  return {
    form: "object",
    symbol,
    enter: isAsync ? "__aenter__" : "__enter__",
    exit: exit.name,
    looks,
    swallows,
    isGiven,
    isEntered: false,
  };
}

/** Whether an exception of the block may end in the statement: where a `yield` stands in a `try` with handlers, or in another `with`. */
function handlesExceptions(statement: py.Statement): boolean {
  let found = false;
  walk(statement, (node) => {
    if ((node.kind === "Try" || node.kind === "TryStar") && node.handlers.length > 0) found = true;
    if (node.kind === "With" || node.kind === "AsyncWith") found = true;
  });
  return found;
}

/** The call of the method that enters the manager. */
export function enterCall(receiver: ir.Expression, manager: Extract<ir.Manager, { form: "object" }>): ir.MethodCall {
  const { symbol, enter } = manager;
  const type = methodResult(symbol, enter);
  return expression("MethodCall", type, { receiver, method: enter, symbol, arguments: [] });
}

/** What awaiting or calling the method gives. */
function methodResult(symbol: TypeSymbol, name: string): Type {
  const type = symbol.methods.get(name)?.type.result ?? { kind: "none" };
  return type.kind === "awaitable" ? type.result : type;
}
