import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { failWhere } from "./raise.ts";
import * as build from "./syntax.ts";

type Division = ir.Divide | ir.IntegerDivide | ir.Remainder;

/**
 * Lowers the operands of a division that came from Python. Where a handler waits for ZeroDivisionError, a zero divisor becomes an error that is passed
 * on; elsewhere integers panic, and floats, which do not, are reported as a caveat unless the divisor is known.
 */
export function guardZeroDivisor(node: Division, context: GoLowerContext): readonly [go.Expr, go.Expr] {
  const [left, right] = context.expressions([node.left, node.right]) as [go.Expr, go.Expr];
  if (isGoDivision(node) || isNonZero(node.right)) return [left, right];
  if (node.checked === true) {
    const divisor = right.kind === "Ident" ? right : context.temporary("divisor", right);
    const zero = node.type.kind === "float" ? build.integer(0) : build.integer(0);
    const message = divisionMessage(node);
    failWhere(build.binary(divisor, "==", zero), "ZeroDivisionError", message, context);
    return [left, divisor];
  }
  if (node.kind === "Divide") {
    context.report(node, {
      severity: "caveat",
      code: "division-by-zero",
      message:
        "Python raises ZeroDivisionError where the divisor is zero; Go's division of floats gives an infinity or NaN.",
    });
  }
  return [left, right];
}

/** What Python says when the divisor is zero. */
function divisionMessage(node: Division): string {
  if (node.kind === "Divide")
    return isWidened(node.left) && isWidened(node.right) ? "division by zero" : "float division by zero";
  if (node.type.kind === "float") return node.kind === "Remainder" ? "float modulo" : "float floor division by zero";
  return node.kind === "Remainder" ? "integer modulo by zero" : "integer division or modulo by zero";
}

/** An integer that stands where Go needs a float. */
function isWidened(node: ir.Expression): boolean {
  return (
    (node.kind === "Convert" && node.operand.type.kind === "int") ||
    (node.kind === "FloatLiteral" && node.text === undefined)
  );
}

/** Go's own division of integers panics by itself, and its division of floats is meant as it is. */
function isGoDivision(node: Division): boolean {
  const { type } = node;
  return type.kind === "named" || (type.kind === "int" && type.size !== "unbounded");
}

function isNonZero(node: ir.Expression): boolean {
  switch (node.kind) {
    case "IntegerLiteral":
      return node.value !== 0n;
    case "FloatLiteral":
      return node.value !== 0;
    case "Negate":
    case "Convert":
    case "Cast":
      return isNonZero(node.operand);
    case "Power":
      return isNonZero(node.left);
    default:
      return false;
  }
}
