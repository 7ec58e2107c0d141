import type * as go from "../../go/tree.ts";
import { isNothing, assign, ident, statement } from "./syntax.ts";

const valueBuiltins: ReadonlySet<string> = new Set([
  "append",
  "cap",
  "complex",
  "imag",
  "len",
  "make",
  "max",
  "min",
  "new",
  "real",
  "string",
  "bool",
  "byte",
  "rune",
  "any",
  "int",
  "int8",
  "int16",
  "int32",
  "int64",
  "uint",
  "uint8",
  "uint16",
  "uint32",
  "uint64",
  "uintptr",
  "float32",
  "float64",
  "complex64",
  "complex128",
]);

/** The expression evaluated for its effect alone: nothing where nothing is left of it, `_ = x` where Go does not let it stand alone. */
export function expressionAsStatement(expression: go.Expr): readonly go.Stmt[] {
  if (isNothing(expression)) return [];
  if (
    expression.kind === "BasicLit" ||
    (expression.kind === "Ident" && ["nil", "true", "false"].includes(expression.name))
  )
    return [];
  return [standsAlone(expression) ? statement(expression) : assign(ident("_"), expression)];
}

function standsAlone(expression: go.Expr): boolean {
  if (expression.kind === "UnaryExpr") return expression.op === "<-";
  if (expression.kind !== "CallExpr") return false;
  const { fun } = expression;
  if (fun.kind === "Ident") return !valueBuiltins.has(fun.name);
  return (
    fun.kind === "SelectorExpr" ||
    fun.kind === "FuncLit" ||
    fun.kind === "IndexExpr" ||
    fun.kind === "IndexListExpr" ||
    fun.kind === "CallExpr" ||
    fun.kind === "ParenExpr"
  );
}

/** Whether both are spelled the same, comments and provenance aside. */
export function sameSpelling(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, i) => sameSpelling(item, right[i]));
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  const keys = (value: object): readonly string[] =>
    Object.keys(value).filter((key) => !ignored.has(key) && (value as Record<string, unknown>)[key] !== undefined);
  const leftKeys = keys(left);
  return (
    leftKeys.length === keys(right).length &&
    leftKeys.every((key) =>
      sameSpelling((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]),
    )
  );
}

const ignored: ReadonlySet<string> = new Set(["span", "origin", "leading", "trailing", "inner", "blankBefore"]);
