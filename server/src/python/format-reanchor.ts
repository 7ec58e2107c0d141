import { corresponds, isOptional, tokenize, type TextToken } from "./format-tokens.ts";
import type { PrintedRange } from "./print-emitter.ts";

/** How far apart the two texts may drift before the rest is given up. */
const farthest = 60;
/** How many tokens must agree for the texts to be in step again. */
const agreement = 3;

/** A token that a formatter keeps, and the optional tokens between it and the one before. */
interface Anchor {
  readonly token: TextToken;
  readonly gap: readonly TextToken[];
}

/**
 * Carries ranges of printed text over to the formatted text. A formatter adds and removes parentheses and commas and respells strings,
 * numbers and comments; all else it keeps in order. So all else is aligned first, and what stands between two aligned tokens only where it
 * is the same in both texts. A token without a counterpart loses its range. Ranges come out in order, one for each token, and
 * several inside a string that kept its text.
 */
export function reanchor(before: string, ranges: readonly PrintedRange[], after: string): PrintedRange[] {
  const left = anchors(before);
  const right = anchors(after);
  const result: PrintedRange[] = [];
  const carry = carrier(ranges, result);
  let i = 0;
  let j = 0;
  let inStep = true;
  for (;;) {
    const from = left[i];
    const to = right[j];
    if (from === undefined || to === undefined) return result;
    if (!corresponds(from.token.text, to.token.text)) {
      const next = resume(left, right, i, j);
      if (next === undefined) return result;
      [i, j] = next;
      inStep = false;
      continue;
    }
    if (inStep && sameGap(from.gap, to.gap)) from.gap.forEach((token, index) => carry(token, to.gap[index]));
    carry(from.token, to.token);
    inStep = true;
    i++;
    j++;
  }
}

/** The kept tokens of a text; the end of the text closes the last gap. */
function anchors(text: string): Anchor[] {
  const found: Anchor[] = [];
  let gap: TextToken[] = [];
  for (const token of [...tokenize(text), { text: "", start: text.length }]) {
    if (isOptional(token.text)) gap.push(token);
    else {
      found.push({ token, gap });
      gap = [];
    }
  }
  return found;
}

function sameGap(left: readonly TextToken[], right: readonly TextToken[]): boolean {
  return left.length === right.length && left.every((token, index) => token.text === right[index]?.text);
}

/** Where both sequences are in step again: the pair of positions nearest to the present ones. */
function resume(
  left: readonly Anchor[],
  right: readonly Anchor[],
  i: number,
  j: number,
): readonly [number, number] | undefined {
  const agree = (from: number, to: number): boolean => {
    for (let offset = 0; offset < agreement; offset++) {
      const one = left[from + offset];
      const other = right[to + offset];
      if (one === undefined && other === undefined) continue;
      if (one === undefined || other === undefined || !corresponds(one.token.text, other.token.text)) return false;
    }
    return true;
  };
  for (let distance = 1; distance <= farthest; distance++) {
    for (let skipped = 0; skipped <= distance; skipped++) {
      if (agree(i + skipped, j + distance - skipped)) return [i + skipped, j + distance - skipped];
    }
  }
  return undefined;
}

/** Gives the ranges of a token to its counterpart. Called with tokens in order. */
function carrier(
  ranges: readonly PrintedRange[],
  result: PrintedRange[],
): (from: TextToken, to: TextToken | undefined) => void {
  let next = 0;
  return (from, to) => {
    const end = from.start + from.text.length;
    while ((ranges[next]?.end ?? Infinity) <= from.start) next++;
    const first = ranges[next];
    if (to === undefined || first === undefined || first.start >= end) return;
    if (first.end >= end || from.text !== to.text) {
      result.push({ ...first, start: to.start, end: to.start + to.text.length });
      return;
    }
    const shift = to.start - from.start;
    for (let index = next; index < ranges.length; index++) {
      const range = ranges[index];
      if (range === undefined || range.start >= end) return;
      result.push({
        ...range,
        start: Math.max(range.start, from.start) + shift,
        end: Math.min(range.end, end) + shift,
      });
    }
  };
}
