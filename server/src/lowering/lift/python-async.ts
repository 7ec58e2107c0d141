import { expression, text, variable } from "../../ir/build.ts";
import { mapChildren } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import type * as ir from "../../ir/node.ts";
import type { Type } from "../../types/type.ts";
import type { CallTarget } from "../../python/analysis-api.ts";
import type * as py from "../../python/tree.ts";
import { anyType, floatType, listOf } from "../../types/build.ts";
import { applyFunction, defaultsBehind } from "./python-apply.ts";
import { canonicalPath, concurrentOperation } from "../concurrent-operations.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { elementOf } from "../go/collect.ts";
import { Untranslatable } from "../untranslatable.ts";

/** The path of the library function that a call calls, such as "asyncio.run". */
function libraryPath(node: py.Call, context: PythonLiftContext): string | undefined {
  const target = context.analysis.callOf(node);
  return target?.kind === "library" ? target.name : undefined;
}

/** Lifts `await`. */
export function liftAwait(node: py.Await, context: PythonLiftContext): ir.Expression {
  const operand = context.expression(node.value);
  if (
    operand.kind === "ConcurrentCall" &&
    operand.type.kind === "awaitable" &&
    concurrentOperation(operand.operation)?.waits === true
  )
    return { ...operand, type: operand.type.result };
  const type = operand.type.kind === "awaitable" ? operand.type.result : context.typeOf(node);
  return expression("Await", type, { operand });
}

/** Lifts the calls of `asyncio` that start and await coroutines; undefined for every other call. */
export function liftAsyncioCall(node: py.Call, context: PythonLiftContext): ir.Expression | undefined {
  const path = libraryPath(node, context);
  const [first] = node.args;
  switch (path) {
    case "asyncio.run": {
      if (!first || node.args.length > 1) return undefined;
      const operand = context.expression(first);
      return expression("Await", operand.type.kind === "awaitable" ? operand.type.result : context.typeOf(node), {
        operand,
        entry: true,
      });
    }
    case "asyncio.sleep":
    case "time.sleep":
      if (!first || node.args.length > 1 || node.keywords.length > 0) return undefined;
      return expression("Sleep", context.typeOf(node), {
        seconds: seconds(first, context),
        blocks: path === "time.sleep",
      });
    case "asyncio.gather":
      return liftGather(node, context);
    case "asyncio.create_task":
    case "asyncio.ensure_future":
      if (!first || node.args.length > 1) return undefined;
      return expression("StartTask", context.typeOf(node), { operand: context.expression(first) });
    default:
      return liftOperation(node, context);
  }
}

/** The path of the operation that a call is: a function or class of a module, or a method of one of its classes. */
function operationPath(target: CallTarget | undefined): string | undefined {
  if (target?.kind === "library") return target.name;
  return target?.kind === "library-method" ? `${target.owner}.${target.name}` : undefined;
}

function liftOperation(node: py.Call, context: PythonLiftContext): ir.Expression | undefined {
  const target = context.analysis.callOf(node);
  const written = operationPath(target);
  const path = written === undefined ? undefined : canonicalPath(written, node.args.length + node.keywords.length);
  const operation = path === undefined ? undefined : concurrentOperation(path);
  if (target === undefined || path === undefined || operation === undefined) return undefined;
  const operands: ir.Expression[] = [];
  const position = (given: ir.Expression): number => operands.push(given) - 1;
  if (target.kind === "library-method") operands.push(context.expression(target.receiver));
  const { calls } = operation;
  if (calls !== undefined) return liftCalling(node, path, calls, operands, context);
  const values = new Map(target.arguments.map((argument) => [argument.name, argument]));
  const known = new Set(operation.parameters);
  for (const { name } of target.arguments)
    if (name !== "name" && (name === undefined || !known.has(name)))
      throw new Untranslatable("task-arguments", `The argument \`${name ?? "*"}\` of \`${path}\` is not translated.`);
  const given = operation.parameters.map((parameter) => {
    const argument = values.get(parameter);
    const [value] = argument?.values ?? [];
    if (argument === undefined || value === undefined) return -1;
    if (argument.parameterKind === "variadic")
      return position(
        expression("ListLiteral", listOf(anyType), {
          elements: argument.values.map((item) => context.expression(item)),
        }),
      );
    if (value.kind === "Constant" && value.value.type === "None" && parameter !== "item") return -1;
    if (parameter === "return_when") return position(text(lastName(value)));
    return position(
      operation.starts === true
        ? context.expression(value)
        : context.coerced(value, placeType(parameter, argument.type, operands[0])),
    );
  });
  return expression("ConcurrentCall", context.typeOf(node), { operation: path, operands, given });
}

function seconds(node: py.Expression, context: PythonLiftContext): ir.Expression {
  const value = context.expression(node);
  return value.kind === "IntegerLiteral" ? value : context.coerce(value, floatType);
}

function liftGather(node: py.Call, context: PythonLiftContext): ir.Expression {
  const collects = node.keywords.find((keyword) => keyword.arg === "return_exceptions");
  if (node.keywords.some((keyword) => keyword !== collects))
    throw new Untranslatable("gather-arguments", "These arguments of `asyncio.gather` are not translated.");
  const returnErrors =
    collects !== undefined &&
    !(collects.value.kind === "Constant" && collects.value.value.type === "bool" && !collects.value.value.value);
  const operands = node.args.map((argument): ir.Expression => {
    if (argument.kind !== "Starred") return context.expression(argument);
    const operand = context.expression(argument.value);
    return expression("Spread", operand.type, { operand });
  });
  return expression("Gather", context.typeOf(node), { operands, returnErrors });
}

/** `FIRST_COMPLETED` of `asyncio.FIRST_COMPLETED`. */
function lastName(node: py.Expression): string {
  if (node.kind === "Attribute") return node.attr;
  return node.kind === "Name" ? node.id : "";
}

/** An operation that runs a function with arguments: they become a call, which is evaluated where the operation runs it. */
function liftCalling(
  node: py.Call,
  path: string,
  calls: string,
  receivers: readonly ir.Expression[],
  context: PythonLiftContext,
): ir.ConcurrentCall {
  const { parameters } = concurrentOperation(path)!;
  const keyword = (name: string): py.Expression | undefined => node.keywords.find(({ arg }) => arg === name)?.value;
  const isTimer = path === "threading.Timer";
  const isThread = path === "threading.Thread" || isTimer;
  const [interval, timed, timedArgs] = isTimer ? node.args : [];
  const [first, ...rest] = isThread ? [timed ?? keyword(calls)] : node.args;
  const tuple = isThread ? (timedArgs ?? keyword("args")) : undefined;
  const listed = tuple === undefined || tuple.kind === "Tuple" || tuple.kind === "List";
  const known = isTimer ? ["interval", "function", "args"] : ["target", "args", "name", "daemon", "chunksize"];
  if (
    first === undefined ||
    !listed ||
    [...node.args, ...rest].some((item) => item?.kind === "Starred") ||
    node.keywords.some(({ arg }) => arg === undefined || (isThread ? !known.includes(arg) : arg !== "chunksize"))
  )
    throw new Untranslatable(
      "thread-arguments",
      "What this runs elsewhere is only translated with its arguments written out.",
    );
  const args = (tuple && "elts" in tuple ? tuple.elts : rest).flatMap((item) => (item ? [item] : []));
  const operands: Record<string, ir.Expression> = {};
  if (path.endsWith(".map")) {
    const [iterable, ...others] = args;
    if (iterable === undefined || others.length > 0)
      throw new Untranslatable("thread-arguments", "`map` of several iterables is not translated here; zip them.");
    const lifted = context.expression(iterable);
    const item = context.temporary("item", elementOf(lifted));
    operands["a"] = lifted;
    operands["item"] = variable(item);
    operands[calls] = called(first, [variable(item)], context);
  } else
    operands[calls] = called(
      first,
      args.map((item) => context.expression(item)),
      context,
    );
  const delay = interval ?? (isTimer ? keyword("interval") : undefined);
  if (delay) operands["interval"] = seconds(delay, context);
  const name = keyword("name");
  if (isThread && name) operands["name"] = context.expression(name);
  const all = [...receivers];
  const given = parameters.map((parameter) => (operands[parameter] ? all.push(operands[parameter]) - 1 : -1));
  return expression("ConcurrentCall", context.typeOf(node), { operation: path, operands: all, given });
}

/** The call of a function value with these arguments. */
function called(node: py.Expression, args: readonly ir.Expression[], context: PythonLiftContext): ir.Expression {
  const target = node.kind === "Attribute" ? context.analysis.attributeOf(node) : undefined;
  if (node.kind === "Attribute" && target?.kind === "method") {
    const { parameters } = context.analysis.functionFacts(target.node);
    return expression("MethodCall", context.analysis.functionFacts(target.node).result, {
      receiver: context.expression(node.value),
      method: node.attr,
      symbol: target.owner,
      arguments: [
        ...args.map((value, position) => ({
          value: context.coerce(value, parameters[position]?.type ?? value.type),
        })),
        ...defaultsBehind(node, args.length, context),
      ],
    });
  }
  const { parameters, result } = applyFunction(
    node,
    args.map((value) => value.type),
    context,
  );
  const values = new Map(parameters.map((binding, position) => [binding, args[position]!]));
  return withValues(result, values);
}

function withValues<N extends ir.Node>(node: N, values: ReadonlyMap<Binding, ir.Expression>): N {
  if (node.kind === "Variable") return (values.get(node.binding) ?? node) as N;
  return mapChildren<ir.Node>(node, (child) => withValues(child, values)) as N;
}

/** What an operand is converted to: an item to what its queue holds, a time limit to a number, since an absent operand stands for None. */
function placeType(parameter: string, type: Type, receiver: ir.Expression | undefined): Type {
  if (parameter === "item" && receiver?.type.kind === "channel") return receiver.type.element;
  return type.kind === "optional" ? type.inner : type;
}
