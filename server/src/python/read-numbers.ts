import type { ConstantValue, InvalidReason } from "./tree.ts";

/** Python refuses longer decimal literals, and their conversion takes time that grows with the square of the length. */
const maximumDecimalDigits = 4300;

/** The value of a number literal, or why it has none in Python 3. */
export function readNumber(literal: string): ConstantValue | InvalidReason {
  const text = literal.replaceAll("_", "").toLowerCase();
  if (text.endsWith("l")) return "python2";
  const prefix = text.slice(0, 2);
  if (prefix === "0x" || prefix === "0o" || prefix === "0b") return readBased(literal, text);
  if (text.endsWith("j")) return { type: "complex", imaginary: Number(text.slice(0, -1)) };
  if (!/^[0-9]+$/.test(text)) return readFloat(literal, text);
  if (/^0+[1-9]/.test(text)) return "python2";
  if (text.length > maximumDecimalDigits) return "unsupported";
  const value = BigInt(text);
  return literal === value.toString() ? { type: "int", value } : { type: "int", value, literal };
}

function readBased(literal: string, text: string): ConstantValue | InvalidReason {
  const digits = { "0x": /^[0-9a-f]+$/, "0o": /^[0-7]+$/, "0b": /^[01]+$/ }[text.slice(0, 2)];
  if (digits?.test(text.slice(2)) !== true) return "syntax";
  return { type: "int", value: BigInt(text), literal };
}

function readFloat(literal: string, text: string): ConstantValue | InvalidReason {
  const value = Number(text);
  return Number.isNaN(value) ? "syntax" : { type: "float", value, literal };
}
