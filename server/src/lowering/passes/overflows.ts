import type * as ir from "../../ir/node.ts";
import { integerValue } from "../../ir/purity.ts";
import { mapChildren, walk, walkAll } from "../../ir/walk.ts";
import { underlying } from "../lift/go-operators.ts";
import type { Pass } from "./pass.ts";

/**
 * Numbers of 64 bits with a sign are taken to stay in bounds, since programs seldom leave them. Where the code shows that it relies on the overflow, as hashes and
 * generators of random numbers do, the result is cut: products with large constants, numbers that are multiplied by odd constants round after round, and
 * operations on the largest and the smallest number.
 */
export const overflowsPass: Pass = {
  name: "overflows",
  reason: "Python's integers have no bounds, and hashes and generators of random numbers rely on those of Go's.",
  from: "go",
  to: "python",
  run: (declarations) => declarations.map((declaration) => rewritten(declaration)),
};

function rewritten<N extends ir.Declaration>(declaration: N): N {
  const limits = limitPlaces(declaration);
  const visit = (node: ir.Node): ir.Node => {
    if (node.kind === "Update" || node.kind === "Assign") {
      const target = node.kind === "Update" ? node.target : node.targets[0]!;
      const value = node.value;
      const place = placeOf(target);
      const isMixed = place !== undefined && isWord(value) && mixes(value, place);
      const cut = cutChains(value, isMixed, limits, visit);
      if (node.kind === "Assign") return { ...node, value: cut };
      if (!("wraps" in cut)) return { ...node, value: cut };
      const { kind: _kind, target: _target, value: _value, ...rest } = node;
      return { ...rest, kind: "Assign", targets: [target], value: cut, declares: [] };
    }
    if (node.sort === "expression" && isChain(node)) return cutChains(node, false, limits, visit);
    return mapChildren(node, visit);
  };
  return visit(declaration) as N;
}

type Chain = ir.Arithmetic | ir.Negate | ir.Bitwise;

/** Operations whose lowest 64 bits depend on those of the operands alone, so that a chain of them is cut once. */
function isChain(node: ir.Expression): node is Chain {
  if (node.kind === "Bitwise") return node.operator !== "shiftRight" && isWord(node);
  return (node.kind === "Arithmetic" || node.kind === "Negate") && isWord(node);
}

function isWord(node: ir.Expression): boolean {
  const type = underlying(node.type);
  return type.kind === "int" && type.signed && (type.size === "word" || type.size === 64);
}

/** The expression with the chain that it is cut, where that is needed; what stands in it is visited. */
function cutChains(
  node: ir.Expression,
  isMixed: boolean,
  limits: ReadonlySet<string>,
  visit: (node: ir.Node) => ir.Node,
): ir.Expression {
  const within = (inner: ir.Node): ir.Node =>
    inner.sort === "expression" && isChain(inner) ? mapChildren(inner, within) : visit(inner);
  const inside = (inner: ir.Node): ir.Node =>
    inner.sort === "expression" && !isChain(inner)
      ? mapChildren(inner, inside)
      : inner.sort === "expression" && isMixed
        ? cutChains(inner, true, limits, visit)
        : visit(inner);
  if (!isChain(node)) return (isMixed ? inside(node) : visit(node)) as ir.Expression;
  const made = mapChildren<ir.Node>(node, within) as Chain;
  return (isMixed || leaves(node, limits)) && !isMasked(node) ? { ...made, wraps: true } : made;
}

/** A mask that is no negative number cuts more than 64 bits would. */
function isMasked(node: Chain): boolean {
  if (node.kind !== "Bitwise" || node.operator !== "and") return false;
  return [node.left, node.right].some((operand) => (integerValue(operand) ?? -1n) >= 0n);
}

/** Whether a chain multiplies by a large constant, or counts on from the largest or smallest number. */
function leaves(node: ir.Expression, limits: ReadonlySet<string>): boolean {
  if (!isChain(node)) {
    const place = placeOf(node);
    return place === undefined ? false : limits.has(place);
  }
  if (node.kind === "Negate") return integerValue(node) === undefined && leaves(node.operand, limits);
  const sides = [node.left, node.right];
  if (node.kind === "Arithmetic" && node.operator === "multiply") {
    const constants = sides.map(constantValue);
    if (constants.some((value) => value !== undefined && absolute(value) >= 1n << 31n) && constants.includes(undefined))
      return true;
  }
  return sides.some((side) => leaves(side, limits) || isLimit(side));
}

/** Whether the new value multiplies the old one by an odd constant that no positional notation has, or shifts it and combines it with itself. */
function mixes(value: ir.Expression, place: string): boolean {
  let found = false;
  walk(value, (node) => {
    if (node.kind === "Arithmetic" && node.operator === "multiply" && isWord(node)) {
      const [one, other] = [node.left, node.right];
      const constant = integerValue(one) ?? integerValue(other);
      const rest = integerValue(one) === undefined ? one : other;
      const isOdd = constant !== undefined && constant >= 16n && constant % 2n === 1n && constant % 5n !== 0n;
      found ||= isOdd && mentions(rest, place);
    }
    if (node.kind === "Arithmetic" && node.operator !== "multiply" && isWord(node))
      found ||= [
        [node.left, node.right],
        [node.right, node.left],
      ].some(([one, other]) => isShifted(one!, place) && mentions(other!, place));
  });
  return found;
}

function isShifted(node: ir.Expression, place: string): boolean {
  return node.kind === "Bitwise" && node.operator === "shiftLeft" && mentions(node.left, place);
}

function mentions(node: ir.Expression, place: string): boolean {
  let found = false;
  walk(node, (inner) => {
    found ||= inner.sort === "expression" && placeOf(inner) === place;
  });
  return found;
}

/** The variables of the declaration that hold the largest or smallest number, or what was counted on from there. */
function limitPlaces(declaration: ir.Declaration): ReadonlySet<string> {
  const found = new Set<string>();
  for (let before = -1; before !== found.size;) {
    before = found.size;
    walkAll([declaration], (node) => {
      if (node.kind !== "Assign" || !(isLimit(node.value) || (isChain(node.value) && leaves(node.value, found))))
        return;
      const place = placeOf(node.targets[0]!);
      if (place !== undefined) found.add(place);
    });
  }
  return found;
}

function isLimit(node: ir.Expression): boolean {
  if (node.kind === "Convert" || node.kind === "Cast") return isLimit(node.operand);
  const value = integerValue(node);
  if (value !== undefined) return absolute(value) >= 1n << 62n;
  return (
    node.kind === "LibraryCall" &&
    node.row.startsWith("math#") &&
    Object.keys(node.captures).length === 0 &&
    isWord(node)
  );
}

function constantValue(node: ir.Expression): bigint | undefined {
  if (node.kind === "Convert" && node.operand.kind === "FloatLiteral" && Number.isInteger(node.operand.value))
    return BigInt(node.operand.value);
  return node.kind === "Convert" ? constantValue(node.operand) : integerValue(node);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** A variable, or a field of one. */
function placeOf(node: ir.Expression): string | undefined {
  if (node.kind === "Variable") return node.binding.id;
  const object = node.kind === "Field" ? placeOf(node.object) : undefined;
  return object !== undefined && node.kind === "Field" ? `${object}.${node.name}` : undefined;
}
