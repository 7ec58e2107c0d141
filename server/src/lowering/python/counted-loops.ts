import { integer, expression } from "../../ir/build.ts";
import { integerValue } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { walkAll } from "../../ir/walk.ts";
import { iteratorOf } from "../../types/build.ts";
import type { Binding } from "../../types/binding.ts";

/** The loop as one over a range, where its variable and bound are left alone by the body; else undefined. */
export function asCountedLoop(node: ir.Loop): ir.ForEach | undefined {
  const { init, test, post } = node;
  if (init?.kind !== "Assign" || init.targets.length !== 1 || test?.kind !== "Compare" || post?.kind !== "Update")
    return undefined;
  const [target] = init.targets;
  if (target?.kind !== "Variable" || target.type.kind !== "int" || !init.declares.includes(target.binding))
    return undefined;
  const { binding } = target;
  const step = stepOf(post, binding);
  if (step === undefined || isSet(node.body, binding)) return undefined;
  const head = boundOf(test, binding, step);
  if (!head || mentions(head.stop, binding) || !isSteady(head.stop, node.body)) return undefined;
  const iterable = expression("Range", iteratorOf(target.type, "range"), {
    start: init.value,
    stop: head.stop,
    step: stepLiteral(step),
  });
  const { inner, origin, label } = node;
  return {
    sort: "statement",
    kind: "ForEach",
    target,
    iterable,
    body: node.body,
    orElse: [],
    declares: init.declares,
    isAsync: false,
    ...(label === undefined ? {} : { label }),
    ...(inner ? { inner } : {}),
    ...(origin ? { origin } : {}),
  };
}

function stepLiteral(step: bigint): ir.Expression {
  return step >= 0n ? integer(step) : expression("Negate", integer(0).type, { operand: integer(-step) });
}

function stepOf(post: ir.Update, binding: Binding): bigint | undefined {
  const { value } = post;
  if (
    post.target.kind !== "Variable" ||
    post.target.binding !== binding ||
    value.kind !== "Arithmetic" ||
    value.operator === "multiply"
  )
    return undefined;
  if (value.left.kind !== "Variable" || value.left.binding !== binding) return undefined;
  const by = integerValue(value.right);
  if (by === undefined || by === 0n) return undefined;
  return value.operator === "add" ? by : -by;
}

/** The exclusive end that the condition asks for, if it fits the direction of the step. */
function boundOf(test: ir.Compare, binding: Binding, step: bigint): { readonly stop: ir.Expression } | undefined {
  const isLeft = test.left.kind === "Variable" && test.left.binding === binding;
  const isRight = test.right.kind === "Variable" && test.right.binding === binding;
  if (isLeft === isRight) return undefined;
  const bound = isLeft ? test.right : test.left;
  const operator = isLeft ? test.operator : mirrored[test.operator];
  switch (operator) {
    case "less":
      return step > 0n ? { stop: bound } : undefined;
    case "lessEqual":
      return step > 0n ? { stop: shifted(bound, 1n) } : undefined;
    case "greater":
      return step < 0n ? { stop: bound } : undefined;
    case "greaterEqual":
      return step < 0n ? { stop: shifted(bound, -1n) } : undefined;
    default:
      return undefined;
  }
}

const mirrored: Readonly<Record<ir.ComparisonOperator, ir.ComparisonOperator>> = {
  equal: "equal",
  notEqual: "notEqual",
  less: "greater",
  lessEqual: "greaterEqual",
  greater: "less",
  greaterEqual: "lessEqual",
};

/** The bound one further; `n - 1` and one more is `n`. */
function shifted(bound: ir.Expression, by: bigint): ir.Expression {
  const value = integerValue(bound);
  if (value !== undefined) return stepLiteral(value + by);
  const opposite = by > 0n ? "subtract" : "add";
  if (bound.kind === "Arithmetic" && bound.operator === opposite && integerValue(bound.right) === 1n) return bound.left;
  return expression("Arithmetic", bound.type, {
    operator: by > 0n ? "add" : "subtract",
    left: bound,
    right: integer(1, bound.type),
  });
}

function mentions(node: ir.Expression, binding: Binding): boolean {
  let found = false;
  walkAll([node], (inner) => void (found ||= inner.kind === "Variable" && inner.binding === binding));
  return found;
}

/** Whether anything in the body sets the variable or takes its address. */
function isSet(body: readonly ir.Statement[], binding: Binding): boolean {
  let found = false;
  const check = (target: ir.Expression): void => {
    if (target.kind === "Variable") found ||= target.binding === binding;
    else if (target.kind === "TupleLiteral") target.elements.forEach(check);
  };
  walkAll(body, (node) => {
    if (node.kind === "Assign") node.targets.forEach(check);
    else if (node.kind === "Update" || node.kind === "ForEach") check(node.target);
    else if (node.kind === "AddressOf") check(node.operand);
    else if (node.kind === "ErrorAs" && node.target) found ||= mentions(node.target, binding);
  });
  return found;
}

/** Whether the bound stays what it is while the body runs. Slices change their length only when their variable is set. */
function isSteady(bound: ir.Expression, body: readonly ir.Statement[]): boolean {
  switch (bound.kind) {
    case "IntegerLiteral":
    case "CharacterLiteral":
      return true;
    case "Variable":
      if (bound.binding.kind === "constant") return true;
      if (bound.binding.kind === "global" || (bound.binding.captured && bound.binding.assignments > 1))
        return !hasCalls(body) && !isSet(body, bound.binding);
      return !isSet(body, bound.binding);
    case "Negate":
    case "Convert":
    case "Cast":
      return isSteady(bound.operand, body);
    case "Arithmetic":
    case "IntegerDivide":
    case "Remainder":
    case "Bitwise":
      return isSteady(bound.left, body) && isSteady(bound.right, body);
    case "Length":
      return isSteadyLength(bound.operand, body);
    default:
      return false;
  }
}

function isSteadyLength(operand: ir.Expression, body: readonly ir.Statement[]): boolean {
  const { kind } = operand.type;
  const isWindow = kind === "list" || kind === "string" || kind === "array";
  if (!isWindow) return false;
  if (operand.kind === "Variable") return isSteady(operand, body);
  if (operand.kind === "Index")
    return !hasStores(body) && isSteadyLength(operand.object, body) && isSteady(operand.index, body) && !hasCalls(body);
  return false;
}

function hasCalls(body: readonly ir.Statement[]): boolean {
  let found = false;
  walkAll(
    body,
    (node) =>
      void (found ||=
        node.kind === "Call" || node.kind === "MethodCall" || node.kind === "Await" || node.kind === "Receive"),
  );
  return found;
}

function hasStores(body: readonly ir.Statement[]): boolean {
  let found = false;
  walkAll(body, (node) => {
    const targets = node.kind === "Assign" ? node.targets : node.kind === "Update" ? [node.target] : [];
    found ||= targets.some((target) => target.kind !== "Variable");
  });
  return found;
}
