import { expression } from "../../ir/build.ts";
import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { boolType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import { Untranslatable } from "../untranslatable.ts";
import { asDuration } from "../coerce-go.ts";

/* What Go's binary operators mean, given the types of their operands. Shared by `a + b` and `a += b`. */

const arithmetic: Readonly<Record<string, ir.Arithmetic["operator"]>> = {
  "+": "add",
  "-": "subtract",
  "*": "multiply",
};
const bitwise: Readonly<Record<string, ir.Bitwise["operator"]>> = {
  "&": "and",
  "|": "or",
  "^": "xor",
  "&^": "andNot",
  "<<": "shiftLeft",
  ">>": "shiftRight",
};
const comparisons: Readonly<Record<string, ir.ComparisonOperator>> = {
  "==": "equal",
  "!=": "notEqual",
  "<": "less",
  "<=": "lessEqual",
  ">": "greater",
  ">=": "greaterEqual",
};

/** The type below names: that of a defined type's underlying one, or of a type parameter's only term. */
export function underlying(type: Type): Type {
  let current = type;
  for (let depth = 0; depth < 20 && current.kind === "named" && current.symbol.underlying !== undefined; depth++)
    current = current.symbol.underlying;
  return current;
}

/** Lifts `left op right` of two lifted operands; `type` is that of the result. */
export function liftGoBinary(
  left: ir.Expression,
  op: go.BinaryOperator,
  right: ir.Expression,
  type: Type,
): ir.Expression {
  const operator = arithmetic[op];
  const kind = underlying(type).kind;
  if (op === "+" && kind === "string") return expression("Concatenate", type, { left, right });
  if (operator) return expression("Arithmetic", type, { operator, left, right });
  const bits = bitwise[op];
  if (bits) return expression("Bitwise", type, { operator: bits, left, right });
  const comparison = comparisons[op];
  if (comparison) return liftGoComparison(left, comparison, right);
  switch (op) {
    case "/":
      return kind === "int"
        ? expression("IntegerDivide", type, { rounding: "truncate", left, right })
        : expression("Divide", type, { left, right });
    case "%":
      return expression("Remainder", type, { rounding: "truncate", left, right });
    case "&&":
      return expression("Logical", boolType, { operator: "and", left, right });
    case "||":
      return expression("Logical", boolType, { operator: "or", left, right });
    default:
      throw new Untranslatable("operator-types", "This operator is not translated.");
  }
}

function liftGoComparison(left: ir.Expression, operator: ir.ComparisonOperator, right: ir.Expression): ir.Expression {
  const negated = operator === "notEqual";
  if (operator === "equal" || negated) {
    if (right.kind === "NoneLiteral") return expression("IsNone", boolType, { operand: left, negated });
    if (left.kind === "NoneLiteral") return expression("IsNone", boolType, { operand: right, negated });
    if (isIdentity(left.type) && isIdentity(right.type))
      return expression("Identical", boolType, { left, right, negated });
  }
  return expression("Compare", boolType, {
    operator,
    left: asDuration(left, right.type) ?? left,
    right: asDuration(right, left.type) ?? right,
  });
}

/** Types whose `==` asks for the same object, not for equal contents. */
function isIdentity(type: Type): boolean {
  const kind = underlying(type).kind;
  return kind === "pointer" || kind === "channel";
}
