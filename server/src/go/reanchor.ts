import type { MappedRange } from "./print.ts";
import type { PrintedToken } from "./print-output.ts";

/** A token of formatted text. */
interface TextToken {
  readonly text: string;
  readonly start: number;
}

const tokenPattern =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|`[^`]*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[\p{L}_][\p{L}\p{N}_]*|\.?\d(?:[eEpP][+-]|[\p{L}\p{N}_.])*|<<=|>>=|&\^=|\.\.\.|&&|\|\||<-|\+\+|--|==|!=|<=|>=|:=|<<|>>|&\^|[-+*/%&|^]=|\S/gu;

/** Cuts Go text into tokens; comments are tokens. Total: what is no token of Go is cut into characters. */
export function tokenize(text: string): TextToken[] {
  return Array.from(text.matchAll(tokenPattern), (match) => ({ text: match[0], start: match.index }));
}

function isComment(text: string): boolean {
  return text.startsWith("//") || text.startsWith("/*");
}

/** Whether a formatter may have made the second token from the first: it respells numbers and comments. */
function corresponds(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  if (before === after) return true;
  if (isComment(before) || isComment(after)) return isComment(before) && isComment(after);
  return /^\.?\d/.test(before) && before.toLowerCase() === after.toLowerCase();
}

/** How far apart the two texts may drift before the rest is given up. */
const farthest = 60;
/** How many tokens must agree for the texts to be in step again. */
const agreement = 3;

const separators: ReadonlySet<string> = new Set(["(", ")", ",", ";"]);

/** Where both sequences are in step again: the pair of positions nearest to the present ones. */
function resume(
  before: readonly PrintedToken[],
  after: readonly TextToken[],
  i: number,
  j: number,
): readonly [number, number] | undefined {
  const inStep = (left: number, right: number): boolean => {
    for (let offset = 0; offset < agreement; offset += 1) {
      const ended = left + offset >= before.length && right + offset >= after.length;
      if (!ended && !corresponds(before[left + offset]?.text, after[right + offset]?.text)) return false;
    }
    return true;
  };
  if (separators.has(before[i]?.text ?? "") && corresponds(before[i + 1]?.text, after[j]?.text)) return [i + 1, j];
  if (separators.has(after[j]?.text ?? "") && corresponds(before[i]?.text, after[j + 1]?.text)) return [i, j + 1];
  for (let distance = 1; distance <= farthest; distance += 1) {
    for (let skipped = 0; skipped <= distance; skipped += 1) {
      if (inStep(i + skipped, j + distance - skipped)) return [i + skipped, j + distance - skipped];
    }
  }
  return undefined;
}

/**
 * Carries the origins of printed tokens over to formatted text, by walking both token sequences in step. A formatter adds and removes
 * separators and parentheses and sorts imports; tokens without a counterpart get no range. Each range has its token's text, comments
 * and the case of numbers aside.
 */
export function reanchor(before: readonly PrintedToken[], text: string): MappedRange[] {
  const after = tokenize(text);
  const mapping: MappedRange[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length) {
    const left = before[i];
    const right = after[j];
    if (left === undefined || right === undefined) break;
    if (corresponds(left.text, right.text)) {
      if (left.origin) mapping.push({ start: right.start, end: right.start + right.text.length, origin: left.origin });
      i += 1;
      j += 1;
      continue;
    }
    const next = resume(before, after, i, j);
    if (next === undefined) break;
    [i, j] = next;
  }
  return mapping;
}
