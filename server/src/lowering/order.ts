import { listGrowthKinds } from "../ir/growth.ts";
import { bodiesOf, type Body } from "../ir/blocks.ts";
import type * as ir from "../ir/node.ts";
import { walk } from "../ir/walk.ts";
import type { Binding } from "../types/binding.ts";

/*
 * Whether a loop's result depends on the order in which it meets the elements. Errs on the side of yes.
 */

/** Whether running the body once for each element, in another order, could be told from the outside. */
export function isOrderObserved(body: Body, target: ir.Expression): boolean {
  const own = new Set(variablesOf(target));
  collectOwn(body, own);
  return hasSeveralResults(body) || !body.every((statement) => isCommutative(statement, own, accumulators(body)));
}

/** Whether no two entries of a dict have the same sort key: the entry's own key is a part of it. */
export function isTotalKey(key: ir.Expression): boolean {
  if (key.kind !== "Closure" || key.parameters.length !== 1) return false;
  const [only] = key.body;
  if (key.body.length !== 1 || only?.kind !== "Return" || !only.value) return false;
  const { binding } = key.parameters[0]!;
  const isPair = binding.type.kind === "tuple";
  const isOwnKey = (node: ir.Expression): boolean =>
    isPair
      ? node.kind === "Index" &&
        node.object.kind === "Variable" &&
        node.object.binding === binding &&
        node.index.kind === "IntegerLiteral" &&
        node.index.value === 0n
      : node.kind === "Variable" && node.binding === binding;
  return only.value.kind === "TupleLiteral" ? only.value.elements.some(isOwnKey) : isOwnKey(only.value);
}

function variablesOf(target: ir.Expression): readonly Binding[] {
  if (target.kind === "Variable") return [target.binding];
  return target.kind === "TupleLiteral" ? target.elements.flatMap(variablesOf) : [];
}

/** Whether the body can return two different things, so that the element that comes first decides. Only literals are known to be the same. */
function hasSeveralResults(body: Body): boolean {
  const results = new Set<unknown>();
  const visit = (list: Body): void => {
    for (const statement of list) {
      if (statement.kind === "Return") results.add(literalOf(statement.value) ?? statement);
      bodiesOf(statement).forEach(visit);
    }
  };
  visit(body);
  return results.size > 1 || [...results].some((result) => typeof result === "object");
}

/** A text for a literal, or for no value at all, that no other literal shares. */
function literalOf(value: ir.Expression | undefined): string | undefined {
  if (value === undefined || value.kind === "NoneLiteral") return "none";
  const isLiteral =
    value.kind === "BooleanLiteral" || value.kind === "StringLiteral" || value.kind === "IntegerLiteral";
  return isLiteral ? `${value.kind}:${String(value.value)}` : undefined;
}

/** Variables that begin in the body are new in each round. */
function collectOwn(body: Body, own: Set<Binding>): void {
  for (const statement of body) {
    if (statement.kind === "Assign" || statement.kind === "ForEach")
      statement.declares.forEach((binding) => own.add(binding));
    if (statement.kind === "Declare") own.add(statement.binding);
    bodiesOf(statement).forEach((inner) => collectOwn(inner, own));
  }
}

/** Variables from outside that the body adds to; they may not be read in it otherwise. */
function accumulators(body: Body): ReadonlySet<Binding> {
  const updated = new Set<Binding>();
  const visit = (list: Body): void => {
    for (const statement of list) {
      if (statement.kind === "Update" && statement.target.kind === "Variable") updated.add(statement.target.binding);
      const extreme = runningExtreme(statement);
      if (extreme !== undefined) updated.add(extreme.binding);
      bodiesOf(statement).forEach(visit);
    }
  };
  visit(body);
  return updated;
}

function isCommutative(statement: ir.Statement, own: ReadonlySet<Binding>, added: ReadonlySet<Binding>): boolean {
  const readsAdded = (...nodes: readonly ir.Expression[]): boolean => nodes.some((node) => mentions(node, added));
  switch (statement.kind) {
    case "Empty":
    case "Continue":
      return true;
    case "Declare":
      return statement.value === undefined || (isHarmless(statement.value) && !readsAdded(statement.value));
    case "Assign": {
      const extreme = runningExtreme(statement);
      if (extreme !== undefined) return isHarmless(extreme.other) && !readsAdded(extreme.other);
      return (
        isHarmless(statement.value) &&
        !readsAdded(statement.value) &&
        statement.targets.every((target) => isOwnTarget(target, own))
      );
    }
    case "Update":
      return isSum(statement) && !readsAdded(operandOf(statement.value));
    case "ExpressionStatement":
      return (
        statement.expression.kind === "SetAdd" &&
        isHarmless(statement.expression.element) &&
        !readsAdded(statement.expression.element)
      );
    case "If":
      return (
        isHarmless(statement.test) &&
        !readsAdded(statement.test) &&
        bodiesOf(statement).every((inner) => inner.every((each) => isCommutative(each, own, added)))
      );
    case "ForEach":
      return (
        isHarmless(statement.iterable) &&
        !readsAdded(statement.iterable) &&
        statement.body.every((each) => isCommutative(each, own, added)) &&
        statement.orElse.length === 0
      );
    case "Return":
      return (
        statement.value === undefined ||
        ["BooleanLiteral", "IntegerLiteral", "StringLiteral", "NoneLiteral"].includes(statement.value.kind)
      );
    default:
      return false;
  }
}

/** A variable of the round, or an entry under a key of the round. */
function isOwnTarget(target: ir.Expression, own: ReadonlySet<Binding>): boolean {
  switch (target.kind) {
    case "Variable":
      return own.has(target.binding) || target.binding.name === "_";
    case "TupleLiteral":
      return target.elements.every((element) => isOwnTarget(element, own));
    case "Lookup":
      return isHarmless(target.key) && target.key.kind === "Variable" && own.has(target.key.binding);
    default:
      return false;
  }
}

/** `best = max(best, x)` comes out the same in any order, for what has one order; floats have NaN. */
function runningExtreme(
  statement: ir.Statement,
): { readonly binding: Binding; readonly other: ir.Expression } | undefined {
  if (statement.kind !== "Assign" || statement.value.kind !== "Extreme" || statement.value.key !== undefined)
    return undefined;
  const [target, ...others] = statement.targets;
  const { operands = [], type } = statement.value;
  if (target?.kind !== "Variable" || others.length > 0 || operands.length !== 2) return undefined;
  if (type.kind !== "int" && type.kind !== "string") return undefined;
  const isOwn = (node: ir.Expression): boolean => node.kind === "Variable" && node.binding === target.binding;
  const other = operands.find((operand) => !isOwn(operand));
  return other !== undefined && operands.some(isOwn) ? { binding: target.binding, other } : undefined;
}

/** Adding integers comes out the same in any order; floats do not quite. */
function isSum(statement: ir.Update): boolean {
  const { target, value } = statement;
  if (value.kind !== "Arithmetic" || value.operator === "multiply" || !isHarmless(value.right)) return false;
  if (value.type.kind !== "int") return false;
  return target.kind === "Variable" || (target.kind === "Lookup" && isHarmless(target.key));
}

function operandOf(value: ir.Expression): ir.Expression {
  return value.kind === "Arithmetic" ? value.right : value;
}

function mentions(node: ir.Expression, bindings: ReadonlySet<Binding>): boolean {
  let found = false;
  walk(node, (inner) => void (found ||= inner.kind === "Variable" && bindings.has(inner.binding)));
  return found;
}

const effects: ReadonlySet<ir.Kind> = new Set([
  "Call",
  "MethodCall",
  "UnknownCall",
  "LibraryCall",
  "New",
  "AssignmentExpression",
  "Await",
  "Receive",
  "Yield",
  "StartTask",
  "Gather",
  "ConcurrentCall",
  ...listGrowthKinds,
  "ListSort",
  "ListReverse",
  "DictSetDefault",
  "DictPop",
  "DictPopItem",
  "DictMove",
  "DictUpdate",
  "DictDiscard",
  "SetDiscard",
  "SetUpdate",
  "Next",
  "Print",
  "OpaqueExpression",
  "CopyElements",
]);

/** Whether evaluating it changes nothing. */
function isHarmless(node: ir.Expression): boolean {
  let harmless = true;
  walk(node, (inner) => {
    if (effects.has(inner.kind)) harmless = false;
    return inner.kind !== "Closure";
  });
  return harmless;
}
