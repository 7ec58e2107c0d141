import type * as go from "../../go/tree.ts";
import { expression, localBinding, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { forEachChild } from "../../ir/walk.ts";
import { elementType } from "../passes/loops.ts";
import { listOf, noneType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { callWithResults } from "./calls.ts";
import { givesSeveralResults } from "./results.ts";
import * as build from "./syntax.ts";

/* Tasks on the event loop that stands for asyncio's, where goroutines by themselves would show another order, or race. */

/** What awaiting the expression gives. */
export function awaitedType(type: Type): Type {
  return type.kind === "awaitable" ? type.result : type;
}

/** The value of a call that gives an error besides where the task is cancelled; the error is left out where that cannot happen. */
export function waited(call: go.Expr, node: ir.Expression, context: GoLowerContext, hint = "value"): go.Expr {
  if (context.fails(node)) return context.failing(call, node, hint);
  if (node.type.kind === "none") return call;
  const name = context.fresh(hint);
  context.emit(build.define([name, "_"], call));
  return build.ident(name);
}

/** The task that runs a coroutine; a task is one already. */
export function startedTask(node: ir.Expression, context: GoLowerContext): go.Expr {
  if (node.kind === "StartTask") return startedTask(node.operand, context);
  if (givesTask(node)) return context.expression(node);
  return build.call(starter(awaitedType(node.type), context), coroutine(node, context));
}

/** Whether the value is a task, or what shields one, rather than a coroutine that nobody has started. */
function givesTask(node: ir.Expression): boolean {
  if (node.type.kind !== "awaitable") return false;
  return node.type.task === true || (node.kind === "ConcurrentCall" && node.operation === "asyncio.shield");
}

function starter(result: Type, context: GoLowerContext): go.Expr {
  context.helper(result.kind === "none" ? "asyncEventLoop" : "asyncTask");
  return build.ident(result.kind === "none" ? "newAsyncRoutine" : "newAsyncTask");
}

/** Whether the call makes a coroutine that is kept as a value. */
export function isKept(node: ir.Call | ir.MethodCall, context: GoLowerContext): boolean {
  return node.type.kind === "awaitable" && node.type.task !== true && context.facts.tasks.needLoop;
}

/** The function that runs the coroutine and gives its result and error. What is passed to it is evaluated now. `isDropped`: nobody wants the result. */
export function coroutine(node: ir.Expression, context: GoLowerContext, isDropped = false): go.Expr {
  const result = isDropped ? noneType : awaitedType(node.type);
  if (node.kind === "Call" || node.kind === "MethodCall")
    return literal(withKeptOperands(node, context), result, context);
  if (node.kind === "Sleep" || node.kind === "Gather" || (node.kind === "ConcurrentCall" && !givesTask(node)))
    return literal({ ...node, type: result }, result, context);
  if (node.type.kind !== "awaitable")
    throw new Untranslatable("coroutine-value", "Nothing says what is awaited here; Go programs call the function.");
  if (!givesTask(node)) return context.expression(node);
  return build.selector(context.expression(node), result.kind === "none" ? "wait" : "await");
}

/** The function that runs a call elsewhere, of whatever kind it is. */
export function work(node: ir.Expression, context: GoLowerContext, isDropped = false): go.Expr {
  if (node.kind === "Call" || node.kind === "MethodCall") return coroutine(node, context, isDropped);
  return literal(node, isDropped ? noneType : node.type, context);
}

export function literal(node: ir.Expression, result: Type, context: GoLowerContext): go.FuncLit {
  const results = [
    ...(result.kind === "none" ? [] : [build.field(undefined, context.type(result))]),
    build.field(undefined, build.ident("error")),
  ];
  return {
    kind: "FuncLit",
    type: build.functionType([], results),
    body: literalBody(node, result, context),
    span: { start: 0, end: 0 },
  };
}

function literalBody(node: ir.Expression, result: Type, context: GoLowerContext): go.BlockStmt {
  const isCall =
    (node.kind === "Call" || node.kind === "MethodCall") && (result.kind === "none") === (node.type.kind === "none");
  if (isCall && context.fails(node) && !givesSeveralResults(node, context)) {
    const { value, emitted } = context.capture(() => callWithResults(node, context));
    return build.block([...emitted, build.returnStatement(value)]);
  }
  const last: ir.Statement =
    result.kind === "none"
      ? { sort: "statement", kind: "ExpressionStatement", expression: node }
      : { sort: "statement", kind: "Return", value: node };
  return context.functionBody([last], { result, fails: true, isGenerator: false, isAsync: true });
}

/** The call with operands that later statements cannot change: those that could are evaluated before. */
export function withKeptOperands(node: ir.Call | ir.MethodCall, context: GoLowerContext): ir.Call | ir.MethodCall {
  const type = awaitedType(node.type);
  const args = node.arguments.map((argument) => ({ ...argument, value: kept(argument.value, context) }));
  if (node.kind === "Call") return { ...node, type, arguments: args };
  const receiver = node.viaSuper === true ? node.receiver : kept(node.receiver, context);
  return { ...node, type, receiver, arguments: args };
}

let serial = 0;

function kept(node: ir.Expression, context: GoLowerContext): ir.Expression {
  if (isLasting(node, context)) return node;
  const hint = node.kind === "Variable" ? node.binding.name : "value";
  const binding = localBinding(hint, node.type, `task/${serial++}`);
  const value = context.expression(node);
  context.emit(build.define(context.name(binding), value));
  return variable(binding);
}

/** Operations that give the same again as long as their operands do. */
const steady: ReadonlySet<ir.Kind> = new Set([
  "Arithmetic",
  "Cast",
  "Compare",
  "Concatenate",
  "Convert",
  "DefaultArgument",
  "Negate",
  "Not",
  "NoneLiteral",
  "StringLiteral",
  "IntegerLiteral",
  "FloatLiteral",
  "BooleanLiteral",
]);

function isLasting(node: ir.Expression, context: GoLowerContext): boolean {
  if (node.kind === "Variable") {
    const { binding } = node;
    return binding.assignments <= 1 && binding.kind !== "global" && !context.isShared(binding);
  }
  if (!steady.has(node.kind)) return false;
  let lasts = true;
  forEachChild(node, (child) => void (lasts &&= child.sort === "expression" && isLasting(child, context)));
  return lasts;
}

/** A list of tasks that run what an iterable of awaitables holds, or what stands in its comprehension. */
export function taskList(operand: ir.Expression, context: GoLowerContext): go.Expr {
  const element = elementType(operand.type);
  if (element.kind !== "awaitable")
    throw new Untranslatable(
      "coroutine-value",
      "Nothing says what is awaited here; Go programs start a goroutine for each.",
    );
  if (element.task === true && operand.type.kind === "list") return context.expression(operand);
  const task: Type = { ...element, task: true };
  if (operand.kind === "Comprehension" && element.task !== true)
    return context.expression({
      ...operand,
      result: "list",
      type: listOf(task),
      element: started(operand.element, task),
    });
  if (operand.kind === "ListLiteral")
    return context.expression({
      ...operand,
      type: listOf(task),
      elements: operand.elements.map((item) => started(item, task)),
    });
  const item = localBinding("coroutine", element, `task/${serial++}`);
  const value = variable(item);
  return context.expression(
    expression("Comprehension", listOf(task), {
      result: "list",
      element: element.task === true ? value : started(value, task),
      clauses: [{ target: value, iterable: operand, conditions: [], isAsync: false }],
    }),
  );
}

function started(operand: ir.Expression, task: Type): ir.StartTask {
  return expression("StartTask", task, { operand });
}

/** The tasks that `gather` or `wait` is given one by one or spread, as a list; `type` is what each of them gives. */
export function gatheredTasks(operands: readonly ir.Expression[], context: GoLowerContext): go.Expr {
  const [only, ...others] = operands;
  if (only?.kind === "Spread" && others.length === 0) return taskList(only.operand, context);
  if (operands.some((operand) => operand.kind === "Spread"))
    throw new Untranslatable(
      "gather-arguments",
      "Coroutines spread between others are not translated; gather one list.",
    );
  const result = only ? awaitedType(only.type) : noneType;
  const task: Type = { kind: "awaitable", result, task: true };
  return context.expression(
    expression("ListLiteral", listOf(task), { elements: operands.map((operand) => started(operand, task)) }),
  );
}
