import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { noneType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import * as build from "./syntax.ts";
import { awaitedType, gatheredTasks, startedTask, waited } from "./tasks.ts";
import { tupleLiteral } from "./tuples.ts";

/** Tasks that show when they run, on the event loop that runs them as asyncio does. */
export function gatherOnLoop(node: ir.Gather, context: GoLowerContext): go.Expr {
  const type = awaitedType(node.type);
  if (type.kind === "tuple" && !node.operands.some((operand) => operand.kind === "Spread"))
    return tupleOnLoop({ ...node, type }, type, context);
  const tasks = gatheredTasks(node.operands, context);
  if (node.returnErrors)
    return waited(build.call(context.helper("asyncOutcomes"), tasks), { ...node, type }, context, "results");
  if (type.kind === "list" && type.element.kind !== "none")
    return waited(build.call(context.helper("asyncGather"), tasks), { ...node, type }, context, "results");
  return waited(
    build.call(context.helper("asyncWaitAll"), tasks, build.ident("false")),
    { ...node, type: noneType },
    context,
  );
}

function tupleOnLoop(node: ir.Gather, type: Extract<Type, { kind: "tuple" }>, context: GoLowerContext): go.Expr {
  const tasks = node.operands.map((operand) => context.temporary("task", startedTask(operand, context)));
  const all = context.helper(node.returnErrors ? "asyncOutcomes" : "asyncWaitAll");
  const list = build.composite(build.sliceType(build.ident("asyncWork")), tasks);
  if (node.returnErrors) {
    const outcomes = waited(build.call(all, list), node, context, "results");
    return collected(
      type,
      tasks.map((_, position) => build.index(outcomes, build.integer(position))),
      context,
    );
  }
  const wait = waited(build.call(all, list, build.ident("false")), { ...node, type: noneType }, context);
  if (!build.isNothing(wait)) context.emit(build.statement(wait));
  return collected(
    type,
    tasks.map((task, position) =>
      type.elements[position]?.kind === "none" ? build.ident("nil") : build.selector(task, "value"),
    ),
    context,
  );
}

/** The values of a gather as what it gives: a tuple, a list, or nothing. */
export function collected(type: Type, values: readonly go.Expr[], context: GoLowerContext): go.Expr {
  if (type.kind === "tuple")
    return tupleLiteral(
      type,
      values,
      (part) => context.type(part),
      (name) => context.helper(name),
    );
  if (type.kind === "list" && type.element.kind !== "none") return build.composite(context.type(type), values);
  return build.nothing();
}
