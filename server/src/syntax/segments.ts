import type { Language } from "../base/language.ts";
import type { Span } from "../base/span.ts";
import { LineScanner } from "./line-scanner.ts";

/** What a line at the left margin begins with where a declaration surely begins, whatever brackets or quotes are open above it. */
const declarationStart: Readonly<Record<Language, RegExp>> = {
  python: /(?:async[ \t]+def|def|class)\b|@/y,
  go: /(?:func|type|var|const)\b/y,
};

const commentStart: Readonly<Record<Language, RegExp>> = { python: /#/y, go: /\/[/*]/y };

/** What a line at the left margin begins with that goes on with what stands above, or holds nothing. */
const continuation = /(?:else|elif|except|finally)\b|[\s)\]}]|$/y;

const blankLine = /[ \t]*(?:\r?\n|$)/y;

/** How many pieces a multi-line string may join that holds lines which look like declarations. */
const maximumJoin = 8;

/** How many pieces a text is cut into; what follows them stays in one. Real files have some thousands. */
const maximumPieces = 20_000;

interface Piece extends Span {
  /** Whether the piece ends inside a multi-line string or comment. */
  readonly isOpen: boolean;
}

/**
 * Cuts a text with syntax errors into pieces that can be parsed alone: before each line at the left margin that begins a
 * declaration (with the comments directly above it), and at blank lines between top-level statements. A multi-line string
 * that holds such lines is kept whole when it is closed within a few pieces. Depends on the text only; linear in its length.
 */
export function segments(language: Language, text: string): Span[] {
  const pieces = cut(language, text);
  const joined: Span[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const first = pieces[index];
    if (first === undefined) break;
    const last = first.isOpen ? closingPiece(language, text, pieces, index) : index;
    joined.push({ start: first.start, end: pieces[last]?.end ?? first.end });
    index = last;
  }
  return joined;
}

/** The piece that closes what piece `index` leaves open, or `index` itself when it is not closed soon. */
function closingPiece(language: Language, text: string, pieces: readonly Piece[], index: number): number {
  const scanner = new LineScanner(language, text, pieces[index]?.start ?? 0);
  for (let last = index; last <= index + maximumJoin; last++) {
    const piece = pieces[last];
    if (piece === undefined) break;
    while (scanner.offset < piece.end) scanner.advance();
    if (!scanner.isEnclosed) return last;
  }
  return index;
}

function cut(language: Language, text: string): Piece[] {
  const pieces: Piece[] = [];
  let scanner = new LineScanner(language, text, 0);
  let start = 0;
  // Where the comments begin that stand directly above the line, and those that stand above it behind a blank line.
  let commentsStart: number | undefined;
  let paragraphStart: number | undefined;
  let afterBlank = false;
  let decorated = false;
  const close = (end: number): void => {
    if (end > start) pieces.push({ start, end, isOpen: scanner.isEnclosed });
    start = end;
  };
  while (scanner.offset < text.length && pieces.length < maximumPieces) {
    const line = scanner.offset;
    const isComment =
      (commentsStart !== undefined && scanner.isEnclosed) || matchesAt(commentStart[language], text, line);
    if (afterBlank && !decorated && scanner.isAtTopLevel && !matchesAt(blankLine, text, line)) paragraphStart ??= line;
    if (isComment) commentsStart ??= line;
    else if (matchesAt(declarationStart[language], text, line)) {
      if (!decorated) {
        if (paragraphStart !== undefined) close(paragraphStart);
        close(commentsStart ?? line);
        scanner = new LineScanner(language, text, line);
      }
      decorated = text[line] === "@";
    } else if (paragraphStart !== undefined && !matchesAt(continuation, text, line)) close(paragraphStart);
    scanner.advance();
    afterBlank = text.slice(line, scanner.offset).trim() === "";
    if (!isComment) commentsStart = undefined;
    if (!isComment && !afterBlank) paragraphStart = undefined;
  }
  close(text.length);
  return pieces;
}

/** Whether the sticky pattern matches at the offset. */
function matchesAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}
