import { assign, expression, expressionStatement, none } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type * as py from "../../python/tree.ts";
import { noneType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { handlerTypes } from "./python-exceptions.ts";

/** Lifts `with`. `contextlib.suppress` is a `try` already. */
export function liftWith(node: py.With | py.AsyncWith, context: PythonLiftContext): ir.Statement {
  const isAsync = node.kind === "AsyncWith";
  const [only] = node.items;
  const suppressed = node.items.length === 1 && !isAsync ? suppressedTypes(only!.contextExpr, context) : undefined;
  const body = context.statements(node.body);
  if (suppressed)
    return {
      sort: "statement",
      kind: "Try",
      body,
      handlers: [{ types: suppressed, body: [] }],
      orElse: [],
      finally: [],
      group: false,
    };
  const items = node.items.map((item) => ({
    context: context.expression(item.contextExpr),
    ...(item.optionalVars ? { target: context.target(item.optionalVars) } : {}),
    passesOn: passesOn(item.contextExpr, context),
  }));
  return { sort: "statement", kind: "With", items, body, isAsync };
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

/** Whether the manager is of a class of the program whose `__exit__` looks at no exception and swallows none. */
function passesOn(node: py.Expression, context: PythonLiftContext): boolean {
  const type = context.typeOf(node);
  const owner = type.kind === "named" ? context.analysis.classOf(type.symbol) : undefined;
  const exit = owner?.body.find(
    (statement): statement is py.FunctionDef => statement.kind === "FunctionDef" && statement.name === "__exit__",
  );
  if (exit === undefined) return false;
  const names = new Set([...exit.args.posonlyargs, ...exit.args.args].slice(1).map((arg) => arg.arg));
  return !mentions(exit.body, names) && exit.body.every(givesNothing);
}

function mentions(value: unknown, names: ReadonlySet<string>): boolean {
  if (Array.isArray(value)) return value.some((item) => mentions(item, names));
  if (typeof value !== "object" || value === null) return false;
  const node = value as { readonly kind?: string; readonly id?: unknown };
  if (node.kind === "Name" && typeof node.id === "string" && names.has(node.id)) return true;
  return Object.values(value).some((part) => mentions(part, names));
}

/** Whether no `return` in the statement may give something true. */
function givesNothing(statement: py.Statement): boolean {
  if (statement.kind === "Return") {
    const { value } = statement;
    return (
      value === undefined ||
      (value.kind === "Constant" &&
        (value.value.type === "None" || (value.value.type === "bool" && !value.value.value)))
    );
  }
  return Object.values(statement).every(
    (part) =>
      !Array.isArray(part) ||
      part.every(
        (item) => typeof item !== "object" || item === null || !("kind" in item) || givesNothing(item as py.Statement),
      ),
  );
}

/** A `with` over managers of classes of the program, as calls of `__enter__` and `__exit__`; undefined where it is more than that. */
export function withAsTry(
  node: ir.With,
  temporary: (hint: string, type: Type) => ir.Variable["binding"],
): readonly ir.Statement[] | undefined {
  if (node.isAsync || node.items.some((item) => item.passesOn !== true)) return undefined;
  return node.items.reduceRight<readonly ir.Statement[]>((body, item) => {
    const { type } = item.context;
    const symbol = type.kind === "named" ? type.symbol : undefined;
    const isNamed = item.context.kind === "Variable";
    const held = isNamed ? undefined : temporary("manager", type);
    const manager: ir.Expression = held ? { sort: "expression", kind: "Variable", binding: held, type } : item.context;
    const method = (name: string, args: readonly ir.Argument[], result: Type): ir.MethodCall =>
      expression("MethodCall", result, { receiver: manager, method: name, symbol, arguments: args });
    const enter = method("__enter__", [], symbol?.methods.get("__enter__")?.type.result ?? noneType);
    const entered = item.target ? assign(item.target, enter) : expressionStatement(enter);
    const nothing: ir.Argument = { value: none({ kind: "any" }) };
    const exit = expressionStatement(
      method("__exit__", [nothing, nothing, nothing], symbol?.methods.get("__exit__")?.type.result ?? noneType),
    );
    const attempt: ir.Try = {
      sort: "statement",
      kind: "Try",
      body,
      handlers: [],
      orElse: [],
      finally: [exit],
      group: false,
    };
    return [...(held ? [assign(manager, item.context)] : []), entered, attempt];
  }, node.body);
}
