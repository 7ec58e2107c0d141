import type { BinaryOperator } from "./tree.ts";

/** The middle of the name of the special method that an operator calls: `__add__` and its reflected form `__radd__`. */
export const operatorMethods: Readonly<Record<BinaryOperator, string>> = {
  Add: "add",
  Sub: "sub",
  Mult: "mul",
  MatMult: "matmul",
  Div: "truediv",
  Mod: "mod",
  Pow: "pow",
  LShift: "lshift",
  RShift: "rshift",
  BitOr: "or",
  BitXor: "xor",
  BitAnd: "and",
  FloorDiv: "floordiv",
};
