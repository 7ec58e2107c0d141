import type { Language } from "../base/language.ts";
import type { Grammars } from "./grammars.ts";
import { maximumParseTime } from "./limits.ts";
import { segments } from "./segments.ts";
import { topLevelNodes } from "./top-level.ts";
import { splitUnits, type UnitRange } from "./units.ts";

/**
 * What is known of pieces of text: their units, relative to the piece. Only saves work, since the units of a piece depend on its
 * text alone; so it may forget anything, and keeps what the present text and the one before it needed.
 */
export class SegmentMemory {
  private known = new Map<string, readonly UnitRange[]>();
  private lesson: { readonly text: string; readonly units: readonly UnitRange[] } | undefined;

  /** Offers a text without syntax errors and its units, from which most pieces of the next text will be known. */
  learn(text: string, units: readonly UnitRange[]): void {
    this.lesson = { text, units };
  }

  /** The units of each of the pieces of a text, from memory or by `parse`. */
  units(language: Language, text: string, parse: (piece: string) => readonly UnitRange[]): UnitRange[] {
    this.study(language);
    const next = new Map<string, readonly UnitRange[]>();
    const units: UnitRange[] = [];
    let previousEnd = 0;
    for (const { start, end } of segments(language, text)) {
      const piece = text.slice(start, end);
      const found = this.known.get(piece) ?? parse(piece);
      next.set(piece, found);
      for (const unit of found) {
        const blankBefore = hasBlankLine(text, previousEnd, start + unit.start);
        units.push({ ...unit, start: start + unit.start, end: start + unit.end, blankBefore });
        previousEnd = start + unit.end;
      }
    }
    this.known = next;
    return units;
  }

  private study(language: Language): void {
    if (this.lesson === undefined) return;
    const { text, units } = this.lesson;
    this.lesson = undefined;
    let index = 0;
    let covered = 0;
    for (const { start, end } of segments(language, text)) {
      const whole = covered <= start;
      const inside: UnitRange[] = [];
      for (let unit = units[index]; unit !== undefined && unit.start < end; unit = units[++index]) {
        inside.push({ ...unit, start: unit.start - start, end: unit.end - start });
        covered = unit.end;
      }
      if (whole && covered <= end) this.known.set(text.slice(start, end), inside);
    }
  }
}

/**
 * The units of a text with syntax errors. A piece that has one is a unit by itself, and so are the pieces that are left when
 * `maximumParseTime` is over; the others are cut as usual.
 */
export function fallbackUnits(
  grammars: Grammars,
  language: Language,
  text: string,
  memory: SegmentMemory,
): UnitRange[] {
  const deadline = Date.now() + maximumParseTime;
  return memory.units(language, text, (piece) => {
    const tree = Date.now() > deadline ? "too-slow" : grammars.parse(language, piece, undefined, deadline);
    if (typeof tree === "string") return wholePiece(piece);
    try {
      return tree.rootNode.hasError ? wholePiece(piece) : splitUnits(language, piece, topLevelNodes(tree));
    } finally {
      tree.delete();
    }
  });
}

function wholePiece(piece: string): UnitRange[] {
  const start = piece.length - piece.trimStart().length;
  const end = piece.trimEnd().length;
  return start >= end ? [] : [{ kind: "declaration", start, end, blankBefore: false, hasError: true }];
}

/** Whether more than one line ends between two offsets; a gap between units holds nothing else of interest. */
function hasBlankLine(text: string, start: number, end: number): boolean {
  const first = text.indexOf("\n", start);
  if (first === -1 || first >= end) return false;
  const second = text.indexOf("\n", first + 1);
  return second !== -1 && second < end;
}
