import type { Language } from "../base/language.ts";

/** The text of a source file, or why its bytes are none. */
export type Decoded = { readonly text: string } | { readonly problem: string };

const utf8 = new TextDecoder("utf-8", { fatal: true });
/** A Python file may name its encoding in one of its first two lines (PEP 263). */
const declaration = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;

/**
 * Turns bytes into text as the language's own compiler would: UTF-8, with or without a byte order mark, which is left out;
 * Latin-1 only in a Python file that declares it. Line ends stay as they are.
 */
export function decodeSource(bytes: Uint8Array, language: Language): Decoded {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return { problem: "is UTF-16, not UTF-8" };
  const zero = bytes.indexOf(0);
  if (zero >= 0) return { problem: `holds a NUL byte (at offset ${zero}): it is no source text` };
  const encoding = language === "python" ? declaredEncoding(bytes) : undefined;
  if (encoding !== undefined && isLatin1(encoding)) return { text: Buffer.from(bytes).toString("latin1") };
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    const hint = language === "python" && encoding === undefined ? ", and declares no other encoding" : "";
    return { problem: `is not UTF-8${encoding === undefined ? "" : ` but ${encoding}`}${hint}` };
  }
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const [first = "", second = ""] = Buffer.from(bytes.subarray(0, 1000))
    .toString("latin1")
    .split(/\r\n|\r|\n/);
  const match = declaration.exec(first) ?? (/^[ \t\f]*(#.*)?$/.test(first) ? declaration.exec(second) : null);
  return match?.[1]?.toLowerCase().replace(/_/g, "-");
}

function isLatin1(encoding: string): boolean {
  return /^(latin-?1|iso-?8859-?1|l1)$/.test(encoding);
}
