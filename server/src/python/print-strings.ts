/** How a text wishes to be written. */
export interface StringWish {
  readonly bytes?: boolean;
  readonly raw?: boolean | undefined;
  readonly triple?: boolean | undefined;
}

/** Delimiters in the order of preference. */
export const delimiters: readonly string[] = ['"', "'", '"""', "'''"];

/** The ways to write the text as a literal, best first. All have the same value; none is empty-handed: the list has at least one entry. */
export function spellings(value: string, wish: StringWish): readonly string[] {
  const prefix = wish.bytes === true ? "b" : "";
  const found: string[] = [];
  if (wish.triple === true && value.includes("\n")) found.push(...ordered(value, ['"""', "'''"], prefix, wish));
  found.push(...ordered(value, ['"', "'"], prefix, wish), ...ordered(value, ['"""', "'''"], prefix, wish));
  return found;
}

/** A docstring, always between three double quotes. */
export function docstring(value: string, raw: boolean | undefined): string {
  return (raw === true ? rawLiteral(value, '"""', "") : undefined) ?? `"""${escapeText(value, '"""', false)}"""`;
}

/** Spellings with the delimiters, raw ones first if wished, then by the number of quotes to escape. */
function ordered(value: string, quotes: readonly string[], prefix: string, wish: StringWish): string[] {
  const raw =
    wish.raw === true
      ? quotes.map((quote) => rawLiteral(value, quote, prefix)).filter((text) => text !== undefined)
      : [];
  const [first = '"', second = "'"] = quotes;
  const preferred = count(value, first[0]) <= count(value, second[0]) ? quotes : [second, first];
  return [
    ...raw,
    ...preferred.map((quote) => `${prefix}${quote}${escapeText(value, quote, wish.bytes === true)}${quote}`),
  ];
}

function count(value: string, character: string | undefined): number {
  return value.split(character ?? "").length - 1;
}

/** A raw literal, where the text can be written as one. */
function rawLiteral(value: string, quote: string, prefix: string): string | undefined {
  const multiline = quote.length === 3;
  const hidden = multiline ? value.replaceAll("\n", "").replaceAll("\t", "") : value;
  if (unprintable.test(hidden) || (prefix !== "" && notAscii.test(value))) return undefined;
  if (value.includes(quote) || (multiline && value.endsWith(quote.charAt(0)))) return undefined;
  return /(?:^|[^\\])(?:\\\\)*\\$/.test(value) ? undefined : `r${prefix}${quote}${value}${quote}`;
}

/** Control characters, surrogates without partner, and characters that are invisible or reorder the line. */
const unprintable =
  /[\x00-\x1f\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const unprintables = new RegExp(unprintable, "g");

const notAscii = /[^\x00-\x7f]/;

const notAsciiBytes = /[\x00-\x1f\x7f-\xff]/g;

const shortEscapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };

/** The text with escapes, to stand between the delimiter. In three quotes line ends and tabs stand for themselves. */
export function escapeText(value: string, delimiter: string, bytes: boolean): string {
  const multiline = delimiter.length === 3;
  const quote = delimiter.charAt(0);
  // A last quote must not run into the delimiter.
  if (multiline && value.endsWith(quote)) return `${escapeText(value.slice(0, -1), delimiter, bytes)}\\${quote}`;
  const escaped = value
    .replaceAll("\\", "\\\\")
    .replaceAll(bytes ? notAsciiBytes : unprintables, (character) =>
      multiline && (character === "\n" || character === "\t") ? character : escapeCharacter(character, bytes),
    );
  return escaped.replaceAll(delimiter, escapeQuotes);
}

function escapeQuotes(quotes: string): string {
  return [...quotes].map((quote) => `\\${quote}`).join("");
}

function escapeCharacter(character: string, bytes: boolean): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  const code = character.charCodeAt(0);
  return code <= 0xff || bytes
    ? `\\x${code.toString(16).padStart(2, "0")}`
    : `\\u${code.toString(16).padStart(4, "0")}`;
}
