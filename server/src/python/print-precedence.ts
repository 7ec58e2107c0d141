import type { BinaryOperator, BoolOperator, CompareOperator, Expression, UnaryOperator } from "./tree.ts";

/** How tightly an expression binds, from loosest to tightest, after the grammar of Python. An operand printed looser than its place asks gets parentheses. */
export const Level = {
  named: 0,
  tuple: 1,
  yield: 2,
  test: 3,
  or: 4,
  and: 5,
  not: 6,
  compare: 7,
  bitOr: 8,
  bitXor: 9,
  bitAnd: 10,
  shift: 11,
  sum: 12,
  product: 13,
  unary: 14,
  power: 15,
  await: 16,
  atom: 17,
} as const;

export type Level = (typeof Level)[keyof typeof Level];

interface OperatorForm {
  readonly text: string;
  readonly level: Level;
}

export const binaryForms: Readonly<Record<BinaryOperator, OperatorForm>> = {
  Add: { text: "+", level: Level.sum },
  Sub: { text: "-", level: Level.sum },
  Mult: { text: "*", level: Level.product },
  MatMult: { text: "@", level: Level.product },
  Div: { text: "/", level: Level.product },
  Mod: { text: "%", level: Level.product },
  FloorDiv: { text: "//", level: Level.product },
  Pow: { text: "**", level: Level.power },
  LShift: { text: "<<", level: Level.shift },
  RShift: { text: ">>", level: Level.shift },
  BitOr: { text: "|", level: Level.bitOr },
  BitXor: { text: "^", level: Level.bitXor },
  BitAnd: { text: "&", level: Level.bitAnd },
};

export const boolForms: Readonly<Record<BoolOperator, OperatorForm>> = {
  And: { text: "and", level: Level.and },
  Or: { text: "or", level: Level.or },
};

export const unaryForms: Readonly<Record<UnaryOperator, OperatorForm>> = {
  Invert: { text: "~", level: Level.unary },
  Not: { text: "not", level: Level.not },
  UAdd: { text: "+", level: Level.unary },
  USub: { text: "-", level: Level.unary },
};

/** Comparison operators as their words. */
export const compareForms: Readonly<Record<CompareOperator, readonly string[]>> = {
  Eq: ["=="],
  NotEq: ["!="],
  Lt: ["<"],
  LtE: ["<="],
  Gt: [">"],
  GtE: [">="],
  Is: ["is"],
  IsNot: ["is", "not"],
  In: ["in"],
  NotIn: ["not", "in"],
};

/** The place next tighter than a level, for the operand that must not be of the same level. */
export function tighter(level: Level): Level {
  return Math.min(level + 1, Level.atom) as Level;
}

/** The level of an expression as it is printed without parentheses of its own. */
export function levelOf(node: Expression): Level {
  switch (node.kind) {
    case "NamedExpr":
      return Level.named;
    case "Tuple":
      return Level.tuple;
    case "Yield":
    case "YieldFrom":
      return Level.yield;
    case "Lambda":
    case "IfExp":
      return Level.test;
    case "BoolOp":
      return boolForms[node.op].level;
    case "UnaryOp":
      return unaryForms[node.op].level;
    case "Compare":
      return Level.compare;
    case "BinOp":
      return binaryForms[node.op].level;
    case "Await":
      return Level.await;
    case "Starred":
    case "Slice":
      // These stand only where the grammar names them, and take no parentheses there.
      return Level.atom;
    case "Constant":
      return isNegative(node.value) ? Level.unary : Level.atom;
    case "Invalid":
      return node.reason === "depth" || /[\n\r]/.test(node.text) ? Level.named : Level.atom;
    default:
      return Level.atom;
  }
}

function isNegative(value: { readonly type: string; readonly value?: unknown; readonly imaginary?: number }): boolean {
  if (value.type === "int") return typeof value.value === "bigint" && value.value < 0n;
  const number = value.type === "float" ? value.value : value.type === "complex" ? value.imaginary : undefined;
  return typeof number === "number" && (number < 0 || Object.is(number, -0));
}
