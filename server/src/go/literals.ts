import { appendCodePoint, decodeUtf8 } from "./utf8.ts";

/** An exact rational, as untyped constants of Go are. The denominator is positive; the fraction need not be reduced. */
export interface ExactNumber {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Exponents beyond this are refused: they would take memory without bound, and no Go compiler accepts them. */
const largestExponent = 20_000;

/** The value of an integer literal in any base, or undefined when it is malformed (`08`, `1__0`). */
export function decodeInt(raw: string): bigint | undefined {
  if (raw.endsWith("_") || raw.includes("__")) return undefined;
  const digits = raw.replaceAll("_", "").toLowerCase();
  if (/^0[0-7]+$/.test(digits)) return BigInt(`0o${digits.slice(1)}`);
  return /^(0|[1-9][0-9]*|0x[0-9a-f]+|0o[0-7]+|0b[01]+)$/.test(digits) ? BigInt(digits) : undefined;
}

/** The exact value of a floating-point literal, decimal or hexadecimal; undefined when it is malformed or its exponent is absurd. */
export function exactFloat(raw: string): ExactNumber | undefined {
  const digits = raw.replaceAll("_", "").toLowerCase();
  const hexadecimal = /^0x([0-9a-f]*)\.?([0-9a-f]*)p([+-]?[0-9]+)$/.exec(digits);
  const decimal = /^([0-9]*)\.?([0-9]*)(?:e([+-]?[0-9]+))?$/.exec(digits);
  const match = hexadecimal ?? decimal;
  if (match === null) return undefined;
  const whole = match[1] ?? "";
  const fraction = match[2] ?? "";
  if (whole + fraction === "") return undefined;
  const mantissa = BigInt((hexadecimal ? "0x" : "") + whole + fraction);
  const written = Number(match[3] ?? "0");
  if (Math.abs(written) > largestExponent) return undefined;
  const base = hexadecimal ? 2n : 10n;
  const exponent = written - fraction.length * (hexadecimal ? 4 : 1);
  if (exponent >= 0) return { numerator: mantissa * base ** BigInt(exponent), denominator: 1n };
  return { numerator: mantissa, denominator: base ** BigInt(-exponent) };
}

/** The double nearest to a floating-point literal; undefined when the literal is malformed. */
export function decodeFloat(raw: string): number | undefined {
  const digits = raw.replaceAll("_", "").toLowerCase();
  if (!digits.startsWith("0x"))
    return /^([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?$/.test(digits) ? Number(digits) : undefined;
  const match = /^0x([0-9a-f]*)\.?([0-9a-f]*)p([+-]?[0-9]+)$/.exec(digits);
  const mantissaDigits = match === null ? "" : (match[1] ?? "") + (match[2] ?? "");
  if (match === null || mantissaDigits === "") return undefined;
  let value = Number(BigInt(`0x${mantissaDigits}`));
  let exponent = Number(match[3]) - (match[2] ?? "").length * 4;
  for (; exponent > 1000 && value !== 0 && value !== Infinity; exponent -= 1000) value *= 2 ** 1000;
  for (; exponent < -1000 && value !== 0; exponent += 1000) value *= 2 ** -1000;
  return value * 2 ** exponent;
}

/** The imaginary part of a literal such as `2i`, `0x1p-2i` or the old `012i`, which is twelve; undefined when it is malformed. */
export function decodeImaginary(raw: string): number | undefined {
  const digits = raw.slice(0, -1).replaceAll("_", "");
  if (/^[0-9]+$/.test(digits)) return Number(digits);
  const integer = decodeInt(digits);
  return integer === undefined ? decodeFloat(digits) : Number(integer);
}

const simpleEscapes: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, "\\": 92 };

interface Escape {
  readonly value: number;
  readonly length: number;
  /** Whether the escape names a byte (`\x`, octal) and not a character. */
  readonly byte: boolean;
}

/** Reads the escape sequence that starts with the backslash at `index`. */
function readEscape(raw: string, index: number, quote: string): Escape | undefined {
  const letter = raw[index + 1] ?? "";
  if (letter === quote) return { value: quote.charCodeAt(0), length: 2, byte: false };
  const simple = simpleEscapes[letter];
  if (simple !== undefined) return { value: simple, length: 2, byte: false };
  const octal = /^[0-7]{3}/.exec(raw.slice(index + 1, index + 4));
  if (octal) {
    const value = parseInt(octal[0], 8);
    return value > 255 ? undefined : { value, length: 4, byte: true };
  }
  const width = letter === "x" ? 2 : letter === "u" ? 4 : letter === "U" ? 8 : 0;
  const digits = raw.slice(index + 2, index + 2 + width);
  if (width === 0 || digits.length < width || !/^[0-9a-fA-F]+$/.test(digits)) return undefined;
  const value = parseInt(digits, 16);
  if (width > 2 && (value > 0x10ffff || (value >= 0xd800 && value < 0xe000))) return undefined;
  return { value, length: 2 + width, byte: width === 2 };
}

/** The code point of a rune literal, quotes included in `raw`; undefined when it is malformed. */
export function decodeRune(raw: string): number | undefined {
  const inner = raw.slice(1, -1);
  if (!inner.startsWith("\\")) {
    const codePoint = inner.codePointAt(0);
    return codePoint !== undefined && String.fromCodePoint(codePoint) === inner ? codePoint : undefined;
  }
  const escape = readEscape(inner, 0, "'");
  return escape && escape.length === inner.length ? escape.value : undefined;
}

/** The value of a string literal of either form: text, or bytes when they are no valid UTF-8; undefined when it is malformed. */
export function decodeString(raw: string): string | Uint8Array | undefined {
  if (raw.startsWith("`")) return raw.slice(1, -1).replaceAll("\r", "");
  const inner = raw.slice(1, -1);
  if (!inner.includes("\\")) return inner;
  const bytes: number[] = [];
  for (let index = 0; index < inner.length;) {
    if (inner[index] === "\\") {
      const escape = readEscape(inner, index, '"');
      if (escape === undefined) return undefined;
      if (escape.byte) bytes.push(escape.value);
      else appendCodePoint(bytes, escape.value);
      index += escape.length;
    } else {
      const codePoint = inner.codePointAt(index) ?? 0;
      appendCodePoint(bytes, codePoint >= 0xd800 && codePoint < 0xe000 ? 0xfffd : codePoint);
      index += codePoint > 0xffff ? 2 : 1;
    }
  }
  return decodeUtf8(bytes) ?? Uint8Array.from(bytes);
}

const namedEscapes: Readonly<Record<number, string>> = {
  7: "\\a",
  8: "\\b",
  12: "\\f",
  10: "\\n",
  13: "\\r",
  9: "\\t",
  11: "\\v",
  92: "\\\\",
};

/** Whether a code point stands in a literal as itself: control characters, the byte order mark and unassigned separators do not. */
function printable(codePoint: number): boolean {
  return (
    codePoint >= 0x20 &&
    !(codePoint >= 0x7f && codePoint < 0xa0) &&
    codePoint !== 0xfeff &&
    codePoint !== 0x2028 &&
    codePoint !== 0x2029
  );
}

function escapeCodePoint(codePoint: number, quote: string): string {
  if (codePoint === quote.charCodeAt(0)) return `\\${quote}`;
  const named = namedEscapes[codePoint];
  if (named !== undefined) return named;
  if (printable(codePoint)) return String.fromCodePoint(codePoint);
  const digits = codePoint.toString(16);
  if (codePoint < 0x80) return `\\x${digits.padStart(2, "0")}`;
  return codePoint < 0x10000 ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}

/** An interpreted string literal for the text or bytes. A lone surrogate, which no Go string can hold, becomes U+FFFD. */
export function quoteString(value: string | Uint8Array): string {
  if (typeof value !== "string") {
    return `"${Array.from(value, (byte) => (byte < 0x80 ? escapeCodePoint(byte, '"') : `\\x${byte.toString(16)}`)).join("")}"`;
  }
  return `"${Array.from(value, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return escapeCodePoint(codePoint >= 0xd800 && codePoint < 0xe000 ? 0xfffd : codePoint, '"');
  }).join("")}"`;
}

/** A rune literal for the code point, which must be a Unicode scalar value. */
export function quoteRune(codePoint: number): string {
  return `'${escapeCodePoint(codePoint, "'")}'`;
}
