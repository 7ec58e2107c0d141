/** A token of Python text. */
export interface TextToken {
  readonly text: string;
  readonly start: number;
}

const tokenPattern = new RegExp(
  [
    "#[^\\n]*",
    "(?:[rRbBfFuU]{0,2})(?:\"\"\"(?:[^\\\\]|\\\\[\\s\\S])*?\"\"\"|'''(?:[^\\\\]|\\\\[\\s\\S])*?'''|\"(?:[^\"\\\\\\n]|\\\\[\\s\\S])*\"|'(?:[^'\\\\\\n]|\\\\[\\s\\S])*')",
    "[\\p{XID_Start}_]\\p{XID_Continue}*",
    "\\.?\\d(?:[eE][+-]\\d|[\\p{XID_Continue}.])*",
    "\\*\\*=|//=|>>=|<<=|\\.\\.\\.|->|:=|==|!=|<=|>=|<>|\\*\\*|//|<<|>>|[-+*/%@&|^]=",
    "\\S",
  ].join("|"),
  "gu",
);

/** Cuts Python text into tokens; comments are tokens, f-strings are one. Total: what is no token of Python is cut into characters. */
export function tokenize(text: string): TextToken[] {
  return Array.from(text.matchAll(tokenPattern), (match) => ({ text: match[0], start: match.index }));
}

/** Whether the token is one that a formatter adds and removes: a parenthesis, a comma, the end of a statement or line. */
export function isOptional(text: string): boolean {
  return text === "(" || text === ")" || text === "," || text === ";" || text === "\\";
}

/** Whether the token is a string literal of any kind. */
export function isString(text: string): boolean {
  return /^[rRbBfFuU]{0,2}["']/.test(text);
}

/** Whether a formatter may have made the second token from the first: it respells strings, numbers and comments. */
export function corresponds(before: string, after: string): boolean {
  if (before === after) return true;
  if (before.startsWith("#")) return after.startsWith("#");
  if (isString(before)) return isString(after);
  return /^\.?\d/.test(before) && /^\.?\d/.test(after) && Number(plain(before)) === Number(plain(after));
}

/** The digits of a number literal as JavaScript reads them; an imaginary one without its letter. */
function plain(literal: string): string {
  return literal.replaceAll("_", "").replace(/[jJ]$/, "");
}
