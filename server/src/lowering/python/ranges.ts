import type { CompareOperator, Expression } from "../../python/tree.ts";

interface Ascending {
  readonly low: Expression;
  readonly op: CompareOperator;
  readonly high: Expression;
}

const upwards: Readonly<Partial<Record<CompareOperator, CompareOperator>>> = { Lt: "Lt", LtE: "LtE" };
const downwards: Readonly<Partial<Record<CompareOperator, CompareOperator>>> = { Gt: "Lt", GtE: "LtE" };

/** `x >= low and x < high` as `low <= x < high`; undefined where the two do not say that a name lies between. */
export function between(left: Expression, right: Expression): Expression | undefined {
  if (left.kind === "BoolOp" && left.op === "And") {
    const last = left.values.at(-1);
    const joined = last && between(last, right);
    return joined && { ...left, values: [...left.values.slice(0, -1), joined] };
  }
  const [first, second] = [ascending(left), ascending(right)];
  if (!first || !second || first.high.kind !== "Name" || second.low.kind !== "Name") return undefined;
  if (first.high.id !== second.low.id) return undefined;
  const { op, high } = second;
  return {
    kind: "Compare",
    left: first.low,
    comparisons: [
      { op: first.op, right: first.high },
      { op, right: high },
    ],
    span: left.span,
  };
}

/** A comparison of two, the lesser one first. Turning it round may only change when a name or a constant is read. */
function ascending(node: Expression): Ascending | undefined {
  const [only, ...others] = node.kind === "Compare" ? node.comparisons : [];
  if (node.kind !== "Compare" || only === undefined || others.length > 0) return undefined;
  const up = upwards[only.op];
  if (up) return { low: node.left, op: up, high: only.right };
  const down = downwards[only.op];
  return down && isSteady(only.right) && isSteady(node.left)
    ? { low: only.right, op: down, high: node.left }
    : undefined;
}

function isSteady(node: Expression): boolean {
  return node.kind === "Name" || node.kind === "Constant";
}
