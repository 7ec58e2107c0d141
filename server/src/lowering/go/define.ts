import type * as go from "../../go/tree.ts";
import type { Binding } from "../../types/binding.ts";
import { sameType } from "../../types/relations.ts";
import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { sameSpelling } from "./statements.ts";
import { declare, define } from "./syntax.ts";

/** Whether `:=` with this value gives the variable another type than it must have. */
export function needsType(binding: Binding, value: go.Expr, valueType: Type, context: GoLowerContext): boolean {
  const { type } = binding;
  if (type.kind === "unknown" || type.kind === "none") return value.kind === "Ident" && value.name === "nil";
  if (value.kind === "Ident" && value.name === "nil") return true;
  if (!sameSpelling(context.type(type), context.type(valueType)) && !sameType(type, valueType)) return true;
  const literal = value.kind === "UnaryExpr" ? value.x : value;
  if (literal.kind !== "BasicLit") return false;
  return !sameSpelling(context.type(type), { kind: "Ident", name: literalTypes[literal.token] });
}

const literalTypes = { INT: "int", FLOAT: "float64", IMAG: "complex128", CHAR: "rune", STRING: "string" } as const;

/** `x := value`, or `var x T = value` where the value alone would give the variable another type. */
export function defineVariable(binding: Binding, value: go.Expr, valueType: Type, context: GoLowerContext): go.Stmt {
  const name = context.name(binding);
  if (!needsType(binding, value, valueType, context)) return define(name, value);
  return value.kind === "Ident" && value.name === "nil"
    ? declare(name, context.type(binding.type))
    : declare(name, context.type(binding.type), value);
}
