import type { InvalidReason } from "./tree.ts";

/** How the text between the quotes is to be understood. */
export interface StringForm {
  readonly raw: boolean;
  readonly bytes: boolean;
  /** Whether `{{` and `}}` stand for one brace, as between the fields of an f-string. */
  readonly braces: boolean;
}

/** The decoded text, or why it cannot be held. */
export type Decoded = { readonly value: string } | { readonly reason: InvalidReason };

const simpleEscapes: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The value of the source text between the quotes of a string, or between two fields of an f-string. */
export function decodeString(source: string, form: StringForm): Decoded {
  const lines = source.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const text = form.braces ? withSingleBraces(lines, form.raw) : lines;
  if (text === undefined) return { reason: "unsupported" };

  if (form.bytes && /[^\x00-\x7f]/.test(text)) return { reason: "syntax" };
  if (form.raw || !text.includes("\\")) return { value: text };
  return decodeEscapes(text, form.bytes);
}

function decodeEscapes(text: string, bytes: boolean): Decoded {
  let value = "";
  let index = 0;
  for (;;) {
    const next = text.indexOf("\\", index);
    if (next === -1) return { value: value + text.slice(index) };
    value += text.slice(index, next);
    const escape = decodeEscape(text, next + 1, bytes);
    if ("reason" in escape) return escape;
    if (makesPair(value, escape.value)) return { reason: "unsupported" };
    value += escape.value;
    index = escape.end;
  }
}

/** Decodes the escape whose backslash stands before `start`. What Python does not know as an escape keeps its backslash. */
function decodeEscape(
  text: string,
  start: number,
  bytes: boolean,
): { value: string; end: number } | { reason: InvalidReason } {
  const letter = text[start] ?? "";
  const simple = simpleEscapes[letter];
  if (simple !== undefined) return { value: simple, end: start + 1 };
  const octal = /^[0-7]{1,3}/.exec(text.slice(start, start + 3))?.[0];
  if (octal !== undefined) {
    const code = Number.parseInt(octal, 8);
    return { value: String.fromCharCode(bytes ? code & 0xff : code), end: start + octal.length };
  }
  const length = hexLengths[letter];
  if (length !== undefined && (!bytes || letter === "x")) {
    const digits = text.slice(start + 1, start + 1 + length);
    const code = /^[0-9a-fA-F]+$/.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : Infinity;
    return code > 0x10ffff ? { reason: "syntax" } : { value: String.fromCodePoint(code), end: start + 1 + length };
  }
  if (letter === "N" && !bytes) return { reason: "unsupported" };
  return { value: "\\", end: start };
}

/**
 * Whether joining the texts would make one character of two surrogates that Python keeps apart: those written as two escapes.
 */
export function makesPair(before: string, after: string): boolean {
  return /[\ud800-\udbff]$/.test(before) && /^[\udc00-\udfff]/.test(after);
}

/** Undoubles the braces; those of a named escape `\N{…}` cannot be told apart here, so that answers undefined. */
function withSingleBraces(text: string, raw: boolean): string | undefined {
  if (!raw && /(?:^|[^\\])(?:\\\\)*\\N/.test(text)) return undefined;
  return text.replaceAll("{{", "{").replaceAll("}}", "}");
}
