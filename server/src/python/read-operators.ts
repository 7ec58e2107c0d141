import type { BinaryOperator, BoolOperator, CompareOperator, UnaryOperator } from "./tree.ts";

/** The operators as the source spells them. `<>` is Python 2 and has no name. */
export const binaryOperators: Readonly<Record<string, BinaryOperator>> = {
  "+": "Add",
  "-": "Sub",
  "*": "Mult",
  "@": "MatMult",
  "/": "Div",
  "%": "Mod",
  "**": "Pow",
  "<<": "LShift",
  ">>": "RShift",
  "|": "BitOr",
  "^": "BitXor",
  "&": "BitAnd",
  "//": "FloorDiv",
};

export const boolOperators: Readonly<Record<string, BoolOperator>> = { and: "And", or: "Or" };

export const unaryOperators: Readonly<Record<string, UnaryOperator>> = {
  "~": "Invert",
  not: "Not",
  "+": "UAdd",
  "-": "USub",
};

export const compareOperators: Readonly<Record<string, CompareOperator>> = {
  "==": "Eq",
  "!=": "NotEq",
  "<": "Lt",
  "<=": "LtE",
  ">": "Gt",
  ">=": "GtE",
  is: "Is",
  "is not": "IsNot",
  in: "In",
  "not in": "NotIn",
};
