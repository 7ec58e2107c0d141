import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { plainError } from "./exceptions.ts";
import { lowerFormat } from "./format.ts";
import * as build from "./syntax.ts";

/** `errors.New(…)` or `fmt.Errorf(…)`. */
export function makeError(node: ir.MakeError, context: GoLowerContext): go.Expr {
  const { message } = node;
  if (
    message.kind === "Format" &&
    (node.cause !== undefined || message.parts.some((part) => typeof part !== "string" && part.verb !== undefined))
  ) {
    const { format, operands } = lowerFormat(message, context);
    return build.libraryCall("fmt", "Errorf", build.string(format), ...operands);
  }
  return plainError(context.expression(message));
}

export function errorIs(node: ir.ErrorIs, context: GoLowerContext): go.Expr {
  const [error, target] = context.expressions([node.error, node.target]) as [go.Expr, go.Expr];
  return build.libraryCall("errors", "Is", error, target);
}

export function errorAs(node: ir.ErrorAs, context: GoLowerContext): go.Expr {
  if (node.target === undefined)
    return build.call(
      build.index(build.packageMember("errors", "AsType"), context.type(node.as)),
      context.expression(node.error),
    );
  const [error, target] = context.expressions([node.error, node.target]) as [go.Expr, go.Expr];
  return build.libraryCall("errors", "As", error, build.unary("&", target));
}

/** `errors.Join` */
export function joinErrors(node: ir.JoinErrors, context: GoLowerContext): go.Expr {
  const call = build.libraryCall("errors", "Join", ...context.expressions(node.errors));
  return node.spread && call.kind === "CallExpr" ? { ...call, ellipsis: true } : call;
}
