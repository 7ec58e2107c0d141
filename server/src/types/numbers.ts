import type { FloatType, IntType, Type } from "./type.ts";

/* How evidence about numbers is joined: which type holds both, and what is remembered of where the values came from. */

const ranks: Partial<Record<Type["kind"], number>> = { int: 1, float: 2, complex: 3 };

/** The magnitudes that are told apart; coarse, so that editing a constant seldom concerns other units. */
const magnitudes = [18, 20, 32, 62, 92, 1000, 1_000_000, 2 ** 31, 1e12, 2 ** 63] as const;

/** The least of a few round magnitudes that is not below the value; undefined for small values. */
export function magnitudeOf(value: number): number | undefined {
  const size = Math.abs(value);
  return size <= 16 ? undefined : (magnitudes.find((magnitude) => size <= magnitude) ?? Infinity);
}

/** The type that holds both numbers; undefined where one is no number, or a bool, which prints as a value of its own kind. */
export function joinNumbers(left: Type, right: Type): Type | undefined {
  const [leftRank, rightRank] = [ranks[left.kind], ranks[right.kind]];
  if (leftRank === undefined || rightRank === undefined) return undefined;
  if (left.kind === "int" && right.kind === "int") return joinIntegers(left, right);
  if (left.kind === "float" && right.kind === "float")
    return withMixed(left.bits >= right.bits ? left : right, mixedOf(left), mixedOf(right));
  if (left.kind === "float" && right.kind === "int") return withMixed(left, mixedOf(left), mixedOf(right));
  if (left.kind === "int" && right.kind === "float") return withMixed(right, mixedOf(left), mixedOf(right));
  return leftRank > rightRank ? left : right;
}

function joinIntegers(left: IntType, right: IntType): IntType {
  const wider = left.size === "large" ? left : right.size === "large" ? right : left;
  const upTo = larger(left.upTo, right.upTo);
  const start = left.start === true && right.start === true;
  if (wider.upTo === upTo && (wider.start === true) === start) return wider;
  const { upTo: _, start: __, ...bare } = wider;
  return { ...bare, ...(upTo !== undefined && { upTo }), ...(start && { start }) };
}

/** The larger of two magnitudes, either of which may be small. */
export function larger(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined ? right : right === undefined ? left : Math.max(left, right);
}

type Mixed = FloatType["mixed"];

function mixedOf(type: IntType | FloatType): Mixed {
  return type.kind === "float" ? type.mixed : type.start ? "start" : "always";
}

function withMixed(type: FloatType, left: Mixed, right: Mixed): FloatType {
  const mixed = left === "always" || right === "always" ? "always" : (left ?? right);
  return type.mixed === mixed ? type : { kind: "float", bits: type.bits, ...(mixed && { mixed }) };
}

/** The number without what is remembered of where its values came from. */
export function plainNumber(type: Type): Type {
  if (type.kind === "float") return type.mixed ? { kind: "float", bits: type.bits } : type;
  if (type.kind !== "int" || (type.upTo === undefined && !type.start)) return type;
  const { upTo: _, start: __, ...bare } = type;
  return bare;
}

/** A text that tells apart what is remembered of two numbers or texts that are the same type otherwise. */
export function detailOf(type: Type): string {
  switch (type.kind) {
    case "int":
      return type.upTo === undefined && !type.start ? "" : `~${type.upTo ?? ""}${type.start ? "s" : ""}`;
    case "float":
      return type.mixed ? `~${type.mixed}` : "";
    case "string":
      return type.character ? "~char" : "";
    default:
      return "";
  }
}
