import type * as go from "../../go/tree.ts";
import { expression, localBinding, tuple, variable } from "../../ir/build.ts";
import { isPure } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { iteratorOf } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { elementType } from "../passes/loops.ts";
import { clauseLoops } from "./iteration.ts";
import { Untranslatable } from "../untranslatable.ts";
import { hasValidStep, withValidStep } from "./range-step.ts";
import * as build from "./syntax.ts";
import { tupleForm } from "./tuples.ts";

/*
 * Iterators as values: Go's iterator functions (`iter.Seq`), which begin anew with each loop and do nothing before.
 */

/** A comprehension that is kept: a function that hands its elements to `yield`. What it goes through first is evaluated at once, as in Python. */
export function iteratorFunction(node: ir.Comprehension, context: GoLowerContext): go.Expr {
  const element = context.type(node.element.type);
  const clauses = evaluatedFirst(node.clauses, context);
  const innermost = (): readonly go.Stmt[] => {
    const value = context.capture(() => context.expression(node.element));
    return [...value.emitted, giveOrReturn(value.value)];
  };
  const body = context.capture(() => clauseLoops(clauses, innermost, { node, isOrderObserved: true }, context));
  return yielding(element, [...body.emitted, ...body.value]);
}

/** `if !yield(x) { return }` */
export function giveOrReturn(...values: readonly go.Expr[]): go.Stmt {
  return build.ifStatement(build.unary("!", build.call("yield", ...values)), [build.returnStatement()]);
}

/** `func(yield func(T) bool) {…}` */
export function yielding(element: go.Expr, body: readonly go.Stmt[]): go.FuncLit {
  const type = build.functionType([build.field(undefined, element)], [build.field(undefined, build.ident("bool"))]);
  return build.functionLiteral([["yield", type]], [], build.block(body));
}

/** The first clause with its iterable in a variable where evaluating it does something. */
function evaluatedFirst(
  clauses: readonly ir.ComprehensionClause[],
  context: GoLowerContext,
): readonly ir.ComprehensionClause[] {
  const [first, ...rest] = clauses;
  if (!first) return clauses;
  return [{ ...first, iterable: settled(first.iterable, context) }, ...rest];
}

/** The iterable with what is evaluated when it is made in variables. */
function settled(node: ir.Expression, context: GoLowerContext): ir.Expression {
  if (isSettled(node)) return node;
  const part = (inner: ir.Expression, hint: string): ir.Expression =>
    isPure(inner) ? inner : held(inner, hint, context);
  if (node.kind === "Range") {
    const [start, stop, step] = [part(node.start, "start"), part(node.stop, "stop"), part(node.step, "step")];
    return withValidStep({ ...node, start, stop, step }, context);
  }
  if (node.kind === "Iterate")
    return {
      ...node,
      operands: node.operands.map((operand) =>
        operand.kind === "Spread"
          ? { ...operand, operand: settled(operand.operand, context) }
          : settled(operand, context),
      ),
      start: node.start && part(node.start, "start"),
    };
  return held(node, "items", context);
}

/** Whether evaluating it later gives the same: views of variables, ranges, iterators (which do nothing before they are gone through). */
function isSettled(node: ir.Expression): boolean {
  switch (node.kind) {
    case "Itertool":
      return true;
    case "Iterate":
      return node.operands.every(isSettled);
    case "Range":
      return hasValidStep(node) && [node.start, node.stop, node.step].every(isPure);
    case "Comprehension":
      return node.result === "iterator";
    case "Cast":
      return isSettled(node.operand);
    default:
      return isPure(node);
  }
}

/** The value in a variable of Go, as an expression that refers to it. */
export function held(node: ir.Expression, hint: string, context: GoLowerContext): ir.Expression {
  if (node.kind === "Variable") return node;
  const binding = localBinding(hint, node.type, `held/${hint}`);
  context.emit(build.define(context.name(binding), context.expression(node)));
  return variable(binding);
}

/** A new variable of the lowering, which no other node refers to. */
export function freshVariable(hint: string, type: Type): ir.Variable {
  return variable(localBinding(hint, type, `sequence/${hint}`));
}

/** Everything that the node goes through, as an iterator function. */
export function sequenceOf(node: ir.Expression, context: GoLowerContext): go.Expr {
  const { type } = node;
  const isView = node.kind === "Iterate" || node.kind === "Range";
  if (type.kind === "iterator" && type.fails === true)
    throw new Untranslatable(
      "failing-iterator",
      "This generator can raise an exception, so that its values come with an error in Go; it is only translated where a loop goes through it.",
    );
  if (!isView && type.kind === "iterator") return context.expression(node);
  if (!isView && type.kind === "list") return build.libraryCall("slices", "Values", context.expression(node));
  if (!isView && type.kind === "tuple" && tupleForm(type) === "slice")
    return build.libraryCall("slices", "Values", context.expression(node));
  if (node.kind === "TupleLiteral" && type.kind === "tuple" && tupleForm(type) === "array") {
    const list = build.composite(build.sliceType(context.type(elementType(type))), context.expressions(node.elements));
    return build.libraryCall("slices", "Values", list);
  }
  return iteratorFunction(elementsOf(node), context);
}

/** `x for x in node` */
export function elementsOf(node: ir.Expression): ir.Comprehension {
  const element = elementType(node.type);
  const isPair = element.kind === "tuple" && element.rest === undefined && node.kind === "Iterate";
  const target = isPair
    ? tuple(element.elements.map((part, position) => freshVariable(`part${String(position + 1)}`, part)))
    : freshVariable("item", element);
  return expression("Comprehension", iteratorOf(element, "generator"), {
    result: "iterator",
    element: target,
    clauses: [{ target, iterable: node, conditions: [], isAsync: false }],
  });
}
