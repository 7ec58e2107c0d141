import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import { integerValue, isPure } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { bigIntType, boolType } from "../../types/build.ts";
import { join, sameType } from "../../types/relations.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { compare, equal, isPlainlyEqual, isPlainlyOrdered } from "../../lowering/go/equality.ts";
import { isLarge } from "../../lowering/go/large.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import { asNumber, enumValueOf } from "../../lowering/lift/python-operators.ts";
import { specialEqual, specialOrder } from "../../lowering/special-methods.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { comparedAsText } from "../../lowering/python/characters.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

const operators: Partial<Record<pyTree.CompareOperator, ir.ComparisonOperator>> = {
  Eq: "equal",
  NotEq: "notEqual",
  Lt: "less",
  LtE: "lessEqual",
  Gt: "greater",
  GtE: "greaterEqual",
};
const goOperators = {
  equal: "==",
  notEqual: "!=",
  less: "<",
  lessEqual: "<=",
  greater: ">",
  greaterEqual: ">=",
} as const;
const pythonOperators = {
  equal: "Eq",
  notEqual: "NotEq",
  less: "Lt",
  lessEqual: "LtE",
  greater: "Gt",
  greaterEqual: "GtE",
} as const;

/** One link of a chain: `left op right` of lifted operands. */
function link(
  left: ir.Expression,
  op: pyTree.CompareOperator,
  right: ir.Expression,
  context: PythonLiftContext,
): ir.Expression {
  if (op === "In" || op === "NotIn")
    return expression("Membership", boolType, { element: left, container: right, negated: op === "NotIn" });
  const negated = op === "IsNot" || op === "NotEq";
  const isNone = holdsNone(right) ? left : left.kind === "NoneLiteral" ? right : undefined;
  if (op === "Is" || op === "IsNot" || ((op === "Eq" || op === "NotEq") && isNone)) {
    if (isNone) return expression("IsNone", boolType, { operand: isNone, negated });
    if (right.kind === "BooleanLiteral" && left.type.kind === "bool")
      return compared(left, negated ? "notEqual" : "equal", right, context);
    return expression("Identical", boolType, { left, right, negated });
  }
  const operator = operators[op];
  if (!operator) throw new Untranslatable("comparison", "This comparison is not translated.");
  return compared(left, operator, right, context);
}

const numbers: ReadonlySet<string> = new Set(["bool", "int", "float", "complex"]);

function compared(
  left: ir.Expression,
  operator: ir.ComparisonOperator,
  right: ir.Expression,
  context: PythonLiftContext,
): ir.Expression {
  const special =
    operator === "equal" || operator === "notEqual"
      ? specialEqual(left, operator === "notEqual", right)
      : specialOrder(left, operator, right);
  if (special) return special;
  if (left.type.kind === "named" && !sameType(left.type, right.type) && enumValueOf(left) !== left)
    return compared(enumValueOf(left), operator, right, context);
  if (right.type.kind === "named" && !sameType(left.type, right.type) && enumValueOf(right) !== right)
    return compared(left, operator, enumValueOf(right), context);
  const [one, other] = [left.type, right.type];
  if (
    numbers.has(one.kind) &&
    numbers.has(other.kind) &&
    (one.kind !== other.kind ||
      !sameType(one, other) ||
      (one.kind === "bool" && operator !== "equal" && operator !== "notEqual"))
  ) {
    const type = join(one.kind === "bool" ? bigIntType : one, other.kind === "bool" ? bigIntType : other);
    return expression("Compare", boolType, { operator, left: asNumber(left, type), right: asNumber(right, type) });
  }
  const shared = join(one, other);
  if (shared.kind === "optional" && one.kind !== other.kind) {
    return expression("Compare", boolType, {
      operator,
      left: context.coerce(left, shared),
      right: context.coerce(right, shared),
    });
  }
  return expression("Compare", boolType, {
    operator,
    left: context.coerce(left, shared),
    right: context.coerce(right, shared),
  });
}

function toGo(node: ir.Compare, context: GoLowerContext): goTree.Expr {
  const optional = optionalAgainstValue(node, context);
  if (optional) return optional;
  const divisible = remainderTest(node, context);
  if (divisible) return divisible;
  const [left, right] = context.expressions([node.left, node.right]) as [goTree.Expr, goTree.Expr];
  const type = node.left.type.kind === "unknown" ? node.right.type : node.left.type;
  if (type.kind === "set" && node.operator !== "equal" && node.operator !== "notEqual")
    return setsOrdered(node.operator, left, right, context);
  if (isLarge(type)) {
    const order =
      integerValue(node.right) === 0n ? go.call(go.selector(left, "Sign")) : go.call(go.selector(left, "Cmp"), right);
    return go.binary(order, goOperators[node.operator], go.integer(0));
  }
  if (node.operator === "equal" || node.operator === "notEqual") {
    if (isPlainlyEqual(type)) return go.binary(left, goOperators[node.operator], right);
    const empty = comparedWithEmpty(node, left, right);
    if (empty) return empty;
    const same = equal(left, right, type, context);
    return node.operator === "equal" ? same : go.unary("!", same);
  }
  if (type.kind === "unknown" || isPlainlyOrdered(type)) return go.binary(left, goOperators[node.operator], right);
  return go.binary(compare(left, right, type, context), goOperators[node.operator], go.integer(0));
}

/** Whether a remainder is zero does not depend on how it is rounded; that of a division by two is 1 whenever it is not zero. */
function remainderTest(node: ir.Compare, context: GoLowerContext): goTree.Expr | undefined {
  const { left, right, operator } = node;
  if (
    left.kind !== "Remainder" ||
    left.rounding !== "floor" ||
    left.type.kind !== "int" ||
    isLarge(left.type) ||
    isLarge(left.left.type) ||
    (operator !== "equal" && operator !== "notEqual")
  )
    return undefined;
  const value = integerValue(right);
  const isHalving = value === 1n && integerValue(left.right) === 2n;
  if (value !== 0n && !isHalving) return undefined;
  const remainder = context.expression({ ...left, rounding: "truncate" });
  const isZero = (operator === "equal") === (value === 0n);
  return go.binary(remainder, isZero ? "==" : "!=", go.integer(0));
}

/** `xs == []` asks for the length. */
function comparedWithEmpty(node: ir.Compare, left: goTree.Expr, right: goTree.Expr): goTree.Expr | undefined {
  const isEmpty = (part: ir.Expression): boolean =>
    (part.kind === "ListLiteral" && part.elements.length === 0) ||
    (part.kind === "DictLiteral" && part.entries.length === 0);
  const operand = isEmpty(node.right) ? left : isEmpty(node.left) ? right : undefined;
  return operand && go.binary(go.call("len", operand), node.operator === "equal" ? "==" : "!=", go.integer(0));
}

/** An optional against a value of its inner type: present, and equal. */
function optionalAgainstValue(node: ir.Compare, context: GoLowerContext): goTree.Expr | undefined {
  if (node.operator !== "equal" && node.operator !== "notEqual") return undefined;
  const cast = node.right;
  if (
    node.left.type.kind !== "optional" ||
    cast.kind !== "Cast" ||
    cast.operand.type.kind === "optional" ||
    !isPlainlyEqual(node.left.type.inner)
  )
    return undefined;
  if (context.type(node.left.type).kind !== "StarExpr" || node.left.type.inner.kind === "named") return undefined;
  const [left, right] = context.expressions([node.left, cast.operand]) as [goTree.Expr, goTree.Expr];
  const pointer = left.kind === "Ident" ? left : context.temporary("value", left);
  return node.operator === "equal"
    ? go.binary(go.binary(pointer, "!=", go.ident("nil")), "&&", go.binary(go.star(pointer), "==", right))
    : go.binary(go.binary(pointer, "==", go.ident("nil")), "||", go.binary(go.star(pointer), "!=", right));
}

function setsOrdered(
  operator: ir.ComparisonOperator,
  left: goTree.Expr,
  right: goTree.Expr,
  context: GoLowerContext,
): goTree.Expr {
  const [small, large] = operator.startsWith("less") ? [left, right] : [right, left];
  const subset = go.call(context.helper("isSubset"), small, large);
  return operator.endsWith("Equal")
    ? subset
    : go.binary(subset, "&&", go.binary(go.call("len", small), "<", go.call("len", large)));
}

function toPython(node: ir.Compare, context: PythonLowerContext): pyTree.Expression {
  const op = pythonOperators[node.operator];
  const texts = comparedAsText(node, context);
  const [left, right] =
    texts ?? (context.expressions([node.left, node.right]) as [pyTree.Expression, pyTree.Expression]);
  return py.compare(left, op, right);
}

export default defineConstruct({
  id: "comparison",
  title: "Comparison",
  summary:
    "Comparison operators are the same for numbers and strings; Go compares lists and dicts with functions and does not chain.",
  explanation:
    "Python compares lists, tuples, dicts and sets by their contents. In Go only some types have `==` (arrays and structs of comparable parts, not slices and maps), and only numbers and strings have an order: " +
    "`slices.Equal`, `slices.Compare` and `maps.Equal` do the rest. A chain such as `0 <= i < n` evaluates `i` once and becomes two comparisons joined by `&&`.",
  references: [
    { title: "Go: Comparison operators", url: "https://go.dev/ref/spec#Comparison_operators" },
    { title: "Go: package slices", url: "https://pkg.go.dev/slices" },
    { title: "Python: Comparisons", url: "https://docs.python.org/3/reference/expressions.html#comparisons" },
  ],
  python: {
    Compare: (node, context) => {
      const row = node.comparisons.length === 1 ? context.library(node) : undefined;
      if (row) return row;
      let left = context.expression(node.left);
      const links = node.comparisons.map(({ op, right: rightNode }, position) => {
        let right = context.expression(rightNode);
        let next = right;
        if (position < node.comparisons.length - 1 && !isPure(right)) {
          const binding = context.temporary("value", right.type);
          next = expression("Variable", right.type, { binding });
          right = expression("AssignmentExpression", right.type, { target: next, value: right });
        }
        const made = link(left, op, right, context);
        left = next;
        return made;
      });
      return links.reduce((whole, part) =>
        expression("Logical", boolType, { operator: "and", left: whole, right: part }),
      );
    },
  },
  lower: { go: { Compare: toGo }, python: { Compare: toPython } },
  examples: [
    {
      title: "A chain, and lists",
      python:
        "def inside(i: int, n: int) -> bool:\n    return 0 <= i < n\n\n\nif inside(2, 3) and [1, 2] == [1, 2] and [1, 3] > [1, 2, 9]:\n    print('yes')\n",
      go: 'func inside(i, n int) bool {\n\treturn 0 <= i && i < n\n}\n\nif inside(2, 3) && slices.Equal([]int{1, 2}, []int{1, 2}) && slices.Compare([]int{1, 3}, []int{1, 2, 9}) > 0 {\n\tfmt.Println("yes")\n}\n',
      from: ["python"],
    },
  ],
});

/** `None`, or a name for it. */
function holdsNone(node: ir.Expression): boolean {
  return node.kind === "NoneLiteral" || (node.kind === "Variable" && node.binding.type.kind === "none");
}
