import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { raisedByName, raisedByType } from "../raises.ts";
import { Untranslatable } from "../untranslatable.ts";
import { errorTypes, plainError } from "./exceptions.ts";
import * as build from "./syntax.ts";

/** `raise` as Go has it: the error goes where errors go from here. Go's own `panic` stays one. */
export function raiseToGo(node: ir.Raise, context: GoLowerContext): readonly go.Stmt[] {
  if (node.error === undefined)
    throw new Untranslatable("bare-raise", "A bare `raise` outside of a handler has no exception to raise again.");
  if (node.panics === true) return [build.statement(build.call("panic", context.expression(node.error)))];
  const [error, cause] = context.expressions(hasCause(node) ? [node.error, node.cause] : [node.error]);
  return context.failure.propagate(
    cause === undefined ? error! : build.call(context.helper("withCause"), error!, cause),
    raisedByType(node.error.type),
  );
}

function hasCause(node: ir.Raise): node is ir.Raise & { readonly error: ir.Expression; readonly cause: ir.Expression } {
  return node.cause !== undefined && node.cause.kind !== "NoneLiteral";
}

/** One of the errors that Python's own operations raise. `argument`: what it is made with, where that is not its message. */
export function operationError(name: string, message: go.Expr, context: GoLowerContext, argument?: go.Expr): go.Expr {
  if (!context.facts.isDistinguished(name) || !errorTypes.has(name)) return plainError(message);
  const made = build.unary(
    "&",
    build.composite(context.helper(name), [build.keyValue(build.ident("Message"), message)]),
  );
  return argument && context.facts.asksArguments ? build.call(context.helper("withArguments"), made, argument) : made;
}

/** Leaves with an error where the condition holds. */
export function failWhere(
  condition: go.Expr,
  name: string,
  message: go.Expr | string,
  context: GoLowerContext,
  argument?: go.Expr,
): void {
  const text = typeof message === "string" ? build.string(message) : message;
  context.emit(
    build.ifStatement(
      condition,
      context.failure.propagate(operationError(name, text, context, argument), raisedByName(name)),
    ),
  );
}
