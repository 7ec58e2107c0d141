import type { Comment, Decorated } from "../base/syntax-node.ts";
import type { RawComment, RawNode } from "./read-raw.ts";

const directive = /^\/\/(?:[a-z0-9]+:[a-z0-9]|line |extern |export )/;

/** The text of a block comment, without the indentation that its lines share. A first line on the line of the marker does not count. */
function blockText(source: string): string {
  const [first = "", ...others] = source
    .replaceAll("\r", "")
    .split("\n")
    .map((line) => line.trimEnd());
  const widths = others.filter((line) => line !== "").map((line) => line.length - line.trimStart().length);
  const shared = widths.length > 0 ? Math.min(...widths) : 0;
  const lines = [first.trimStart(), ...others.map((line) => line.slice(shared))];
  while (lines.length > 1 && lines[0] === "") lines.shift();
  while (lines.length > 1 && lines.at(-1) === "") lines.pop();
  return lines.join("\n");
}

/** Makes a comment of the tree from one with markers. */
function commentOf(text: string, raw: RawComment): Comment {
  const source = text.slice(raw.start, raw.end);
  const span = { start: raw.start, end: raw.end };
  if (source.startsWith("/*")) return { text: blockText(source.slice(2, -2)), block: true, span };
  if (directive.test(source)) return { text: source.slice(2).trimEnd(), block: false, directive: true, span };
  return { text: source.slice(source.startsWith("// ") ? 3 : 2).trimEnd(), block: false, span };
}

/** The decoration of a node while it is put together. */
export type Decoration = { -readonly [Key in keyof Decorated]: Decorated[Key] };

/** What is found around the items of a list. */
export interface ListDecoration {
  readonly items: Decoration[];
  /** Comments behind the last item. */
  readonly inner: Comment[];
}

/** Hands out the comments of one text, each to the one node it belongs to. */
export class CommentOwners {
  private readonly text: string;
  private readonly comments: readonly RawComment[];
  private readonly taken: boolean[];

  constructor(text: string, comments: readonly RawComment[]) {
    this.text = text;
    this.comments = comments;
    this.taken = comments.map(() => false);
  }

  /** Whether some comment starts in the range. */
  any(start: number, end: number): boolean {
    return (this.comments[this.firstFrom(start)]?.start ?? Infinity) < end;
  }

  /** Takes the comments that start in the range and have no owner yet. */
  take(start: number, end: number): Comment[] {
    const found: Comment[] = [];
    for (let index = this.firstFrom(start); index < this.comments.length; index += 1) {
      const raw = this.comments[index];
      if (raw === undefined || raw.start >= end) break;
      if (this.taken[index]) continue;
      this.taken[index] = true;
      found.push(commentOf(this.text, raw));
    }
    return found;
  }

  /** Where the first comment stands in the range that starts a line of its own, indented no further than `column`; else `end`. */
  firstOutdented(start: number, end: number, column: number): number {
    for (let index = this.firstFrom(start); index < this.comments.length; index += 1) {
      const raw = this.comments[index];
      if (raw === undefined || raw.start >= end) break;
      const lineStart = raw.start - this.column(raw.start);
      if (this.column(raw.start) <= column && this.text.slice(lineStart, raw.start).trim() === "") return raw.start;
    }
    return end;
  }

  /** Takes the comment that follows `end` on the same line with nothing but blanks and separators before it. */
  takeTrailing(end: number, separators: RegExp): Comment | undefined {
    const index = this.firstFrom(end);
    const raw = this.comments[index];
    if (raw === undefined || this.taken[index] || !separators.test(this.text.slice(end, raw.start))) return undefined;
    if (!this.endsLine(raw.end) && /[,;]/.test(this.text.slice(end, raw.start))) return undefined;
    if (!this.endsLine(raw.end) && !/^[ \t]*[,;)}\]]/.test(this.text.slice(raw.end, raw.end + 80))) return undefined;
    this.taken[index] = true;
    return commentOf(this.text, raw);
  }

  /** Whether a blank line stands somewhere in the range, which holds blanks and separators only. */
  blankLine(start: number, end: number): boolean {
    const first = this.text.indexOf("\n", start);
    if (first < 0 || first >= end) return false;
    const second = this.text.indexOf("\n", first + 1);
    return second >= 0 && second < end;
  }

  /** The column of an offset, for comparing indentations. */
  column(offset: number): number {
    return offset - (this.text.lastIndexOf("\n", offset - 1) + 1);
  }

  /** Notes the blank lines among comments that follow each other. */
  withBlankLines(comments: readonly Comment[], from: number | undefined): Comment[] {
    let previous = from;
    return comments.map((comment) => {
      const blank =
        previous !== undefined && comment.span !== undefined && this.blankLine(previous, comment.span.start);
      previous = comment.span?.end;
      return blank ? { ...comment, blankBefore: true } : comment;
    });
  }

  private endsLine(end: number): boolean {
    return /^[ \t\r]*(?:\n|$)/.test(this.text.slice(end, end + 200));
  }

  private firstFrom(offset: number): number {
    let low = 0;
    let high = this.comments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.comments[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const behindItem = /^[ \t]*[,;]?[ \t]*$/;

/**
 * Gives the comments of a list to its items. `read` reads one item, and takes the comments that lie inside of it; what it leaves
 * becomes leading, so that no comment is lost. It may return where the item ends with the comments that it took from behind itself.
 * `start` and `end` are the list's range between its brackets.
 */
export function decorateList(
  owners: CommentOwners,
  items: readonly RawNode[],
  start: number,
  end: number,
  read: (item: RawNode, index: number) => number | void,
): ListDecoration {
  const decorations: Decoration[] = [];
  let previous = start;
  items.forEach((item, index) => {
    const before = owners.take(previous, item.start);
    const top = before[0]?.span?.start ?? item.start;
    const ended = read(item, index) ?? item.end;
    const left = owners.take(item.start, item.end);
    const leading = owners.withBlankLines(before, undefined);
    const last = leading.at(-1);
    if (last?.span && owners.blankLine(last.span.end, item.start))
      leading[leading.length - 1] = { ...last, blankAfter: true };
    leading.push(...left);
    const decoration: Decoration = {};
    if (leading.length > 0) decoration.leading = leading;
    if (index > 0 && owners.blankLine(previous, top)) decoration.blankBefore = true;
    const trailing = owners.takeTrailing(item.end, behindItem);
    if (trailing) decoration.trailing = trailing;
    previous = trailing?.span?.end ?? ended;
    decorations.push(decoration);
  });
  const inner = owners.withBlankLines(owners.take(previous, end), items.length > 0 ? previous : undefined);
  return { items: decorations, inner };
}
