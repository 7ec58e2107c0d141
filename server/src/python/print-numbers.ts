import type { ConstantValue } from "./tree.ts";

type NumberValue = Extract<ConstantValue, { readonly type: "int" | "float" | "complex" }>;

/** A number as a literal; a negative one with its sign. Infinity is a literal too large, and what is no number a call. */
export function numberText(value: NumberValue): string {
  if (value.type === "int") return value.literal ?? value.value.toString();
  if (value.type === "float") return value.literal ?? floatText(value.value);
  return `${floatText(value.imaginary).replace(/\.0$/, "")}j`;
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'float("nan")';
  if (!Number.isFinite(value)) return value < 0 ? "-1e999" : "1e999";
  if (Object.is(value, -0)) return "-0.0";
  const text = value.toString();
  return /[.e]/.test(text) ? text : `${text}.0`;
}
