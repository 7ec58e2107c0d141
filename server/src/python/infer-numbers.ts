import { bigIntType, floatType, largeIntType } from "../types/build.ts";
import { larger, magnitudeOf } from "../types/numbers.ts";
import type { FloatType, IntType, Type } from "../types/type.ts";
import { entityOf } from "./infer-entities.ts";
import type { Inference } from "./infer-context.ts";
import { constantIndex } from "./infer-elements.ts";
import type { BinaryOperator, Expression } from "./tree.ts";

/*
 * What is evident about the size of integers: a value that outgrows 64 bits is a `large` one. The evidence is the magnitude of the constants that a
 * program uses (`factorial(30)`, `2 ** 100`, `for i in range(200)`), never a guess from the form of an algorithm alone.
 */

/** 21! and the 93rd Fibonacci number do not fit 64 bits. */
export const [factorialLimit, doublingLimit, fibonacciLimit] = [20, 62, 92];

/** The type of an integer literal. */
export function integerConstant(value: bigint): IntType {
  if (value >= 2n ** 63n || value < -(2n ** 63n)) return largeIntType;
  const upTo = magnitudeOf(Number(value));
  return upTo === undefined ? bigIntType : { ...bigIntType, upTo };
}

/** The type of a value that a name or attribute begins with: an integer literal says little of what else it will hold. */
export function startType(node: Expression, type: Type): Type {
  return type.kind === "int" && type.size === "unbounded" && constantIndex(node) !== undefined
    ? { ...type, start: true }
    : type;
}

/** The magnitude of the constants among the values of an integer; 0 where only small ones were seen. */
export function magnitude(inference: Inference, type: Type | undefined): number {
  const head = type && inference.head(type);
  return head?.kind === "int" ? (head.upTo ?? 0) : 0;
}

/** The type of arithmetic between an integer and another. */
export function integerArithmetic(
  inference: Inference,
  op: BinaryOperator,
  left: Type,
  right: Type,
  nodes: { readonly left?: Expression | undefined; readonly right: Expression },
): IntType {
  const [a, b] = [left.kind === "int" ? left : bigIntType, right.kind === "int" ? right : bigIntType];
  // A remainder is smaller than its divisor, and a mask cuts everything above it.
  if (op === "Mod" && b.size !== "large") return withMagnitude(b.upTo);
  if (op === "BitAnd" && (a.size !== "large" || b.size !== "large")) return bigIntType;
  if (a.size === "large" || (b.size === "large" && op !== "LShift" && op !== "RShift")) return largeIntType;
  if (op === "Pow")
    return outgrows(baseOf(nodes.left, a), b.upTo ?? constantSize(nodes.right)) ? largeIntType : bigIntType;
  if (op === "LShift") return outgrows(2, (b.upTo ?? constantSize(nodes.right)) + 1) ? largeIntType : bigIntType;
  if (op === "Mult" && growsByRecursion(inference, nodes, a, b, factorialLimit)) return largeIntType;
  if (op === "Mult" && (a.upTo ?? 0) > 2 ** 31 && (b.upTo ?? 0) > 2 ** 31) return largeIntType;
  if (op === "Add" && isDoubleRecursion(inference, nodes)) return largeIntType;
  return op === "Add" || op === "Sub" || op === "Mult" || op === "FloorDiv"
    ? withMagnitude(larger(a.upTo, b.upTo))
    : bigIntType;
}

function withMagnitude(upTo: number | undefined): IntType {
  return upTo === undefined ? bigIntType : { ...bigIntType, upTo };
}

function constantSize(node: Expression): number {
  return Math.abs(constantIndex(node) ?? 0);
}

function baseOf(node: Expression | undefined, type: IntType): number {
  const constant = constantIndex(node);
  return constant !== undefined ? Math.abs(constant) : (type.upTo ?? 2);
}

function outgrows(base: number, exponent: number): boolean {
  return base > 1 && exponent * Math.log2(base) >= 63;
}

/** The type of a power of integers, as `pow` gives it. */
export function powerType(inference: Inference, base: Expression, exponent: Expression, types: readonly Type[]): Type {
  const [left, right] = types.map((type) => inference.head(type));
  if (left?.kind !== "int" || right?.kind !== "int") return bigIntType;
  return integerArithmetic(inference, "Pow", left, right, { left: base, right: exponent });
}

/** `n * f(n - 1)` inside of f, which is called with large numbers. */
function growsByRecursion(
  inference: Inference,
  nodes: { readonly left?: Expression | undefined; readonly right: Expression },
  left: IntType,
  right: IntType,
  limit: number,
): boolean {
  if (nodes.left && callsItself(inference, nodes.left)) return (right.upTo ?? 0) > limit;
  return callsItself(inference, nodes.right) && (left.upTo ?? 0) > limit;
}

/** `f(n - 1) + f(n - 2)` inside of f, which is called with large numbers. */
function isDoubleRecursion(
  inference: Inference,
  nodes: { readonly left?: Expression | undefined; readonly right: Expression },
): boolean {
  if (!nodes.left || !callsItself(inference, nodes.left) || !callsItself(inference, nodes.right)) return false;
  const { decl } = inference.frame;
  return (
    decl !== undefined && decl.parameters.some((one) => magnitude(inference, inference.slot(one.slot)) > fibonacciLimit)
  );
}

function callsItself(inference: Inference, node: Expression): boolean {
  return (
    node.kind === "Call" &&
    inference.frame.decl !== undefined &&
    entityOf(inference, node.func) === inference.frame.decl
  );
}

/** The type of arithmetic between floats, or a float and an integer: a sum of two that may be integers may be one. */
export function floatArithmetic(op: BinaryOperator, left: Type, right: Type): FloatType {
  const mayBeWhole = (type: Type): boolean =>
    type.kind === "int" || type.kind === "bool" || (type.kind === "float" && type.mixed !== undefined);
  return op !== "Div" && mayBeWhole(left) && mayBeWhole(right) ? { ...floatType, mixed: "always" } : floatType;
}

/** A loop over a range whose bounds are large is remembered while its body is inferred: what grows in it grows a lot. */
export function rangeMagnitude(inference: Inference, iterable: Expression, element: Type): number {
  return iterable.kind === "Call" && iterable.func.kind === "Name" && iterable.func.id === "range"
    ? magnitude(inference, element)
    : 0;
}

/** The types that calls of some functions of the library give, where the size of the integers matters. Undefined: what the signature says. */
export function sizedResult(
  inference: Inference,
  path: string,
  args: readonly Type[],
  nodes: readonly Expression[],
): Type | undefined {
  const heads = args.map((type) => inference.head(type));
  const [first, second] = heads;
  const isLarge = heads.some((head) => head.kind === "int" && head.size === "large");
  switch (path) {
    case "builtins.int":
    case "builtins.abs":
      return first?.kind === "int" && first.size === "large" ? first : undefined;
    case "builtins.pow":
      if (heads.length === 3) return isLarge && heads.every((head) => head.kind === "int") ? largeIntType : undefined;
      return first?.kind === "int" && second?.kind === "int" && nodes.length === 2
        ? powerType(inference, nodes[0]!, nodes[1]!, args)
        : undefined;
    case "math.factorial":
      return isLarge || magnitude(inference, args[0]) > factorialLimit ? largeIntType : undefined;
    case "math.comb":
    case "math.perm":
      return isLarge || magnitude(inference, args[0]) > doublingLimit ? largeIntType : undefined;
    case "math.gcd":
    case "math.lcm":
    case "math.isqrt":
      return isLarge ? largeIntType : undefined;
    default:
      return undefined;
  }
}

/** `range(…)` counts as far as the constants among its bounds. */
export function rangeElement(inference: Inference, args: readonly Type[]): Type {
  const upTo = args.map((type) => magnitude(inference, type) || undefined).reduce(larger, undefined);
  return withMagnitude(upTo);
}

/** The declared number, with what is evident of the values that it gets. */
export function adoptEvidence(declared: Type, evidence: Type): Type {
  if (declared.kind === "optional") {
    const inner = adoptEvidence(declared.inner, evidence.kind === "optional" ? evidence.inner : evidence);
    return inner === declared.inner ? declared : { kind: "optional", inner };
  }
  if (declared.kind === "int" && evidence.kind === "int" && declared.size === "unbounded")
    return evidence.size === "large"
      ? largeIntType
      : evidence.upTo === undefined
        ? declared
        : { ...declared, upTo: evidence.upTo };
  if (declared.kind === "float" && evidence.kind === "int")
    return { ...declared, mixed: evidence.start ? "start" : "always" };
  if (declared.kind === "float" && evidence.kind === "float" && evidence.mixed)
    return { ...declared, mixed: evidence.mixed };
  return declared;
}
