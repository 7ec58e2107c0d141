import { Edit, type Point } from "web-tree-sitter";

/** A replacement of `[start, oldEnd)` by `text`, in UTF-16 code units of the text before the change. */
export interface TextEdit {
  readonly start: number;
  readonly oldEnd: number;
  readonly text: string;
}

/** The text after the edit. */
export function applyEdit(text: string, edit: TextEdit): string {
  return text.slice(0, edit.start) + edit.text + text.slice(edit.oldEnd);
}

/** The edit with its offsets moved into the text and put in order, so that a caller's stale offsets cannot do harm. */
export function clampEdit(text: string, edit: TextEdit): TextEdit {
  const start = Math.min(Math.max(edit.start, 0), text.length);
  const oldEnd = Math.min(Math.max(edit.oldEnd, start), text.length);
  return { start, oldEnd, text: edit.text };
}

/** The smallest single edit that turns `before` into `after`, or undefined when they are equal. Never cuts a surrogate pair. */
export function smallestEdit(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let fromEnd = 0;
  while (
    fromEnd < shorter - start &&
    before.charCodeAt(before.length - 1 - fromEnd) === after.charCodeAt(after.length - 1 - fromEnd)
  ) {
    fromEnd++;
  }
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  if (fromEnd > 0 && isLowSurrogate(before.charCodeAt(before.length - fromEnd))) fromEnd--;
  return { start, oldEnd: before.length - fromEnd, text: after.slice(start, after.length - fromEnd) };
}

/** What tree-sitter wants to know of an edit that turns `before` into `after`. */
export function treeEdit(before: string, after: string, edit: TextEdit): Edit {
  const newEnd = edit.start + edit.text.length;
  const startPosition = pointAt(before, edit.start);
  return new Edit({
    startIndex: edit.start,
    oldEndIndex: edit.oldEnd,
    newEndIndex: newEnd,
    startPosition,
    oldEndPosition: advance(startPosition, before, edit.start, edit.oldEnd),
    newEndPosition: advance(startPosition, after, edit.start, newEnd),
  });
}

/** Row and column (UTF-16 code units) of an offset; lines end with a line feed, as tree-sitter counts them. */
export function pointAt(text: string, offset: number): Point {
  return advance({ row: 0, column: 0 }, text, 0, offset);
}

function advance(from: Point, text: string, start: number, end: number): Point {
  let row = from.row;
  let lineStart = start - from.column;
  for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: end - lineStart };
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
