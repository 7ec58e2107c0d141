import { largeIntType } from "../types/build.ts";
import { walkExpression } from "./bind-visit.ts";
import type { Inference } from "./infer-context.ts";
import { constantIndex } from "./infer-elements.ts";
import { doublingLimit, factorialLimit, fibonacciLimit, integerConstant, magnitude } from "./infer-numbers.ts";
import { isVariable } from "./infer-solver.ts";
import type { BinaryOperator, Expression, Statement } from "./tree.ts";

/*
 * What the repetition of an assignment makes of the integers in it: products, doublings and sums of the last two outgrow 64 bits when a loop runs for
 * long. How long is told by its range or its condition; a loop that neither bounds may run as often as the largest constant of the program says.
 */

/** Where all units tell the largest of their constants. */
export const constantsSlot = "largest constant";

/** Sums along two dimensions, such as the ways through a grid, outgrow 64 bits sooner. */
const gridLimit = 32;

type Place = Extract<Expression, { kind: "Name" | "Subscript" | "Attribute" }>;

/** The loop around, as far as it tells how often its body may run and which values it keeps small. */
export interface LoopEvidence {
  /** The magnitude of the rounds; 0 where only small numbers were seen. */
  readonly rounds: number;
  /** The names that count the rounds. */
  readonly counters: ReadonlySet<string>;
  /** The names that the conditions of the loops compare: they stop before these grow without end. */
  readonly compared: ReadonlySet<string>;
  readonly isInside: boolean;
  /** Nothing tells how often the innermost loop runs. */
  readonly isOpen?: boolean;
}

export const noLoop: LoopEvidence = { rounds: 0, counters: new Set(), compared: new Set(), isInside: false };

/** The evidence inside of a `for` loop with this target. */
export function insideFor(outer: LoopEvidence, target: Expression, iterable: Expression, rounds: number): LoopEvidence {
  const isRange = iterable.kind === "Call" && isName(iterable.func, "range");
  const counters = rounds > 0 && target.kind === "Name" ? new Set([...outer.counters, target.id]) : outer.counters;
  return { ...outer, rounds: Math.max(outer.rounds, rounds), counters, isInside: true, isOpen: !isRange };
}

/** The evidence inside of a `while` loop with this condition. */
export function insideWhile(inference: Inference, test: Expression): LoopEvidence {
  const outer = inference.loop;
  if (test.kind === "Constant") {
    const rounds = Math.max(outer.rounds, largestConstant(inference));
    return { ...outer, rounds, isInside: true };
  }
  const compared = new Set(outer.compared);
  let rounds = outer.rounds;
  walkExpression(test, (part) => {
    if (part.kind === "Call") {
      for (const arg of part.args) if (arg.kind === "Name") compared.add(arg.id);
      return false;
    }
    if (part.kind === "Name") compared.add(part.id);
    rounds = Math.max(rounds, magnitude(inference, inference.types.get(part)));
    return true;
  });
  return { ...outer, rounds, compared, isInside: true };
}

function largestConstant(inference: Inference): number {
  return magnitude(inference, inference.env.slot(constantsSlot).type);
}

/** The largest integer that a unit mentions, as evidence for how often loops run that nothing else bounds. */
export function constantsIn(expressions: Iterable<Expression>): ReturnType<typeof integerConstant> {
  let largest = 0n;
  for (const node of expressions) {
    if (node.kind !== "Constant" || node.value.type !== "int") continue;
    const value = BigInt(node.value.value);
    if (value > largest && value <= 1_000_000n) largest = value;
  }
  return integerConstant(largest);
}

/** What an assignment in a loop makes of its targets. */
export function noteGrowth(inference: Inference, node: Extract<Statement, { kind: "Assign" | "AugAssign" }>): void {
  if (!inference.loop.isInside) return;
  if (node.kind === "AugAssign") {
    if (isPlace(node.target) && updateGrows(inference, node.target, node.op, node.target, node.value))
      makeLarge(inference, node.target);
    return;
  }
  const [target] = node.targets;
  if (!target || node.targets.length > 1) return;
  const { value } = node;
  if (target.kind === "Tuple" && value.kind === "Tuple") notePairs(inference, target.elts, value.elts);
  else if (isPlace(target) && valueGrows(inference, target, value)) makeLarge(inference, target);
}

/** What is appended to a list in a loop, made of the elements of the list itself, grows like an assignment would. */
export function noteAppend(inference: Inference, list: Expression, value: Expression): void {
  if (!inference.loop.isInside || list.kind !== "Name") return;
  const { rounds } = inference.loop;
  const own = (part: Expression): boolean => part.kind === "Subscript" && rootOf(part) === list.id;
  const isSum = value.kind === "BinOp" && value.op === "Add" && own(value.left) && own(value.right);
  const isProduct = productOf(value, own) || sumOfProducts(value, own);
  if ((isSum && rounds > fibonacciLimit) || (isProduct && (isSquare(value, own) || rounds > gridLimit))) {
    const head = inference.head(inference.types.get(list)!);
    if (head.kind === "list") growTerm(inference, head.element);
  }
}

/** `a, b = b, a + b` and `a, b = b, q * b + a`. */
function notePairs(inference: Inference, targets: readonly Expression[], values: readonly Expression[]): void {
  const { compared, isOpen } = inference.loop;
  const rounds = Math.max(inference.loop.rounds, isOpen ? largestConstant(inference) : 0);
  const names = targets.map((target) => (target.kind === "Name" ? target.id : ""));
  if (names.some((name) => compared.has(name))) return;
  const own = (part: Expression): part is Extract<Expression, { kind: "Name" }> =>
    part.kind === "Name" && part.id !== "" && names.includes(part.id);
  const limits = values.map((part) => {
    if (part.kind !== "BinOp" || part.op !== "Add") return Infinity;
    const { left, right } = part;
    if (own(left) && own(right)) return left.id === right.id ? Infinity : fibonacciLimit;
    const isProduct = (factor: Expression): boolean =>
      factor.kind === "BinOp" && factor.op === "Mult" && (own(factor.left) || own(factor.right));
    return (own(left) && isProduct(right)) || (own(right) && isProduct(left)) ? gridLimit : Infinity;
  });
  if (rounds > Math.min(...limits)) for (const target of targets) makeLarge(inference, target);
}

function valueGrows(inference: Inference, target: Place, value: Expression): boolean {
  if (value.kind === "ListComp" || (value.kind === "BinOp" && value.op === "Add" && hasComprehension(value)))
    return target.kind === "Name" && inference.loop.rounds > doublingLimit && rebuildsFromItself(target.id, value);
  if (value.kind === "Call") return inference.loop.rounds > doublingLimit && squaresItself(target, value);
  if (value.kind !== "BinOp") return false;
  if (isHash(target, value)) return true;
  // `r * (n - i) // (i + 1)`: what is divided by does not take away what the product adds.
  if (value.op === "FloorDiv" && value.left.kind === "BinOp" && value.left.op === "Mult") {
    return inference.loop.counters.size > 0 && valueGrows(inference, target, value.left);
  }
  if (target.kind !== "Name" && value.op === "Add" && isSumOfOwn(inference, target, value)) return true;
  if ((value.op === "Add" || value.op === "Sub") && value.left.kind === "BinOp" && value.left.op === "Mult")
    return isSame(value.left.left, target) && isSame(value.left.right, target) && squareGrows(inference, target);
  if (isSame(value.left, target)) return updateGrows(inference, target, value.op, value.left, value.right);
  return isSame(value.right, target) && value.op === "Mult"
    ? updateGrows(inference, target, value.op, value.right, value.left)
    : false;
}

/** Whether `place op= operand`, again and again, outgrows 64 bits. */
function updateGrows(
  inference: Inference,
  place: Place,
  op: BinaryOperator,
  own: Expression,
  operand: Expression,
): boolean {
  const { rounds, counters, compared } = inference.loop;
  if (op === "LShift") return rounds > doublingLimit && !isCompared(inference, place);
  if (op === "Add" && place.kind === "Subscript")
    return rounds > fibonacciLimit && operand.kind === "Subscript" && rootOf(operand) === rootOf(place);
  if (op !== "Mult" || isCompared(inference, place)) return false;
  if (isSame(operand, own)) return squareGrows(inference, place);
  const constant = constantIndex(operand);
  if (constant !== undefined) return Math.abs(constant) > 1 && rounds > doublingLimit && counters.size > 0;
  if (rounds <= factorialLimit) return false;
  if (operand.kind === "Name" && compared.has(operand.id)) return true;
  return mentions(operand, counters);
}

/** `m = multiply(m, m)`: what holds numbers is combined with itself in each round. */
function squaresItself(target: Place, value: Extract<Expression, { kind: "Call" }>): boolean {
  return value.args.length === 2 && value.args.every((arg) => isSame(arg, target));
}

/** `h = h * 31 + ord(c)`: the factors that hashes of texts use, which are meant to go through all bits. */
function isHash(target: Place, value: Extract<Expression, { kind: "BinOp" }>): boolean {
  const { op, left, right } = value;
  if (op !== "Add" || left.kind !== "BinOp" || left.op !== "Mult") return false;
  const factor = isSame(left.left, target) ? left.right : isSame(left.right, target) ? left.left : undefined;
  const constant = constantIndex(factor) ?? 0;
  return constant > 30 && constant % 2 === 1 && right.kind === "Call" && isName(right.func, "ord");
}

function isCompared(inference: Inference, place: Place): boolean {
  const root = rootOf(place);
  return root !== undefined && inference.loop.compared.has(root);
}

/** A number that is squared in each round has no more than six of them. */
function squareGrows(inference: Inference, place: Place): boolean {
  if (isCompared(inference, place)) return false;
  return inference.loop.compared.size === 0 || inference.loop.rounds > doublingLimit;
}

/** `t[i][j] = t[i - 1][j] + t[i][j - 1]`: elements that are sums of two others, or of one and a multiple of another. */
function isSumOfOwn(inference: Inference, target: Place, value: Extract<Expression, { kind: "BinOp" }>): boolean {
  const root = rootOf(target);
  const own = (part: Expression): boolean =>
    (part.kind === "Subscript" && root !== undefined && rootOf(part) === root) ||
    (part.kind === "BinOp" && part.op === "Mult" && (own(part.left) || own(part.right)));
  const isGrid = target.kind === "Subscript" && target.value.kind === "Subscript";
  return own(value.left) && own(value.right) && inference.loop.rounds > (isGrid ? gridLimit : fibonacciLimit);
}

/** `row = [row[i] + row[i + 1] for …]`, `[a + b for a, b in zip(row, row[1:])]`: a list made of sums of its own elements. */
function rebuildsFromItself(name: string, value: Expression): boolean {
  let found = false;
  walkExpression(value, (part) => {
    if (part.kind !== "ListComp" || part.elt.kind !== "BinOp" || part.elt.op !== "Add") return;
    const { left, right } = part.elt;
    const isZipped = part.generators.some(
      ({ iter }) => iter.kind === "Call" && isName(iter.func, "zip") && countOf(iter, name) > 1,
    );
    const isOwn = (side: Expression): boolean => side.kind === "Subscript" && rootOf(side) === name;
    found ||= (isOwn(left) && isOwn(right)) || (isZipped && left.kind === "Name" && right.kind === "Name");
  });
  return found;
}

function hasComprehension(value: Expression): boolean {
  let found = false;
  walkExpression(value, (part) => {
    found ||= part.kind === "ListComp";
  });
  return found;
}

function countOf(value: Expression, name: string): number {
  let count = 0;
  walkExpression(value, (part) => {
    if (isName(part, name)) count++;
  });
  return count;
}

/** A product of elements, or such a product and something added to it. */
function productOf(value: Expression, own: (part: Expression) => boolean): boolean {
  if (value.kind !== "BinOp") return false;
  if (value.op === "Add" || value.op === "Sub") return productOf(value.left, own);
  return value.op === "Mult" && holds(value.left, own) && holds(value.right, own);
}

function sumOfProducts(value: Expression, own: (part: Expression) => boolean): boolean {
  if (value.kind !== "Call" || !isName(value.func, "sum")) return false;
  const [items] = value.args;
  return (items?.kind === "GeneratorExp" || items?.kind === "ListComp") && productOf(items.elt, own);
}

function isSquare(value: Expression, own: (part: Expression) => boolean): boolean {
  return value.kind === "BinOp" && productOf(value, own);
}

function holds(value: Expression, own: (part: Expression) => boolean): boolean {
  let found = false;
  walkExpression(value, (part) => {
    found ||= own(part);
  });
  return found;
}

function mentions(value: Expression, names: ReadonlySet<string>): boolean {
  return value.kind !== "Call" && holds(value, (part) => part.kind === "Name" && names.has(part.id)) && !reduces(value);
}

/** What is divided, or is a remainder, stays small. */
function reduces(value: Expression): boolean {
  return holds(
    value,
    (part) => part.kind === "Call" || (part.kind === "BinOp" && (part.op === "Mod" || part.op === "FloorDiv")),
  );
}

function isPlace(node: Expression): node is Place {
  return node.kind === "Name" || node.kind === "Subscript" || node.kind === "Attribute";
}

/** The name that a place is reached from. */
function rootOf(node: Expression): string | undefined {
  if (node.kind === "Name") return node.id;
  return node.kind === "Subscript" || node.kind === "Attribute" ? rootOf(node.value) : undefined;
}

function isSame(left: Expression, right: Expression): boolean {
  if (left.kind === "Name") return isName(right, left.id);
  if (left.kind === "Attribute")
    return right.kind === "Attribute" && left.attr === right.attr && isSame(left.value, right.value);
  if (left.kind === "Subscript")
    return right.kind === "Subscript" && isSame(left.value, right.value) && isSame(left.slice, right.slice);
  const constant = constantIndex(left);
  return constant !== undefined && constant === constantIndex(right);
}

function isName(node: Expression, id: string): boolean {
  return node.kind === "Name" && node.id === id;
}

function makeLarge(inference: Inference, target: Expression): void {
  const term = inference.types.get(target);
  if (term) growTerm(inference, term);
}

function growTerm(inference: Inference, term: ReturnType<Inference["head"]>): void {
  const head = inference.solver.shallow(term);
  if (isVariable(term) && head.kind === "int") inference.solver.flow(largeIntType, term);
  else if (head.kind === "list") growTerm(inference, head.element);
}

/**
 * The last two of a series, handed on in three statements: `t = a; a = b; b = b * q + t`. No loop needs to be in sight: places that are kept elsewhere
 * are updated by whoever calls the function.
 */
export function noteRotation(inference: Inference, body: readonly Statement[]): void {
  for (let i = 0; i + 2 < body.length; i++) {
    const [first, second, third] = [body[i]!, body[i + 1]!, body[i + 2]!];
    if (first.kind !== "Assign" || second.kind !== "Assign" || third.kind !== "Assign") continue;
    const [kept, older, newer] = [first.targets[0]!, second.targets[0]!, third.targets[0]!];
    if (!isPlace(kept) || !isPlace(older) || !isPlace(newer) || isSame(older, newer)) continue;
    if (!isSame(second.value, newer)) continue;
    const isKept = isSame(first.value, older) && isSeries(third.value, newer, kept);
    const isSum = isSame(third.value, kept) && isSeries(first.value, newer, older);
    if (!isKept && !isSum) continue;
    const isOutside = newer.kind !== "Name" && !inference.loop.isInside;
    const rounds = Math.max(inference.loop.rounds, isOutside ? largestConstant(inference) : 0);
    if (rounds > fibonacciLimit && !isCompared(inference, newer) && !isCompared(inference, older))
      for (const place of [kept, older, newer]) makeLarge(inference, place);
  }
}

/** `newer * q + older` or `newer + older`. */
function isSeries(value: Expression, newer: Expression, older: Expression): boolean {
  if (value.kind !== "BinOp" || value.op !== "Add") return false;
  const grows = (part: Expression): boolean =>
    isSame(part, newer) ||
    (part.kind === "BinOp" && part.op === "Mult" && (isSame(part.left, newer) || isSame(part.right, newer)));
  return (grows(value.left) && isSame(value.right, older)) || (grows(value.right) && isSame(value.left, older));
}
