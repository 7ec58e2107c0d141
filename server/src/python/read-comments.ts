import type { Comment, Decorated } from "../base/syntax-node.ts";
import { spanOf } from "./read-context.ts";
import type { RawNode } from "./read-raw.ts";

/** The comment without its `#`, the blank behind it, and blanks at the end. */
export function readComment(text: string, node: RawNode): Comment {
  const comment: Comment = {
    text: text
      .slice(node.start + 1, node.end)
      .trimEnd()
      .replace(/^ /, ""),
    block: false,
    span: spanOf(node),
  };
  const blankBefore = hasBlankBefore(text, node.start);
  const blankAfter = hasBlankAfter(text, node.end);
  if (!blankBefore && !blankAfter) return comment;
  return { ...comment, ...(blankBefore ? { blankBefore } : {}), ...(blankAfter ? { blankAfter } : {}) };
}

/** Comments in order, or undefined where there are none. */
export function readComments(text: string, nodes: readonly RawNode[]): readonly Comment[] | undefined {
  return nodes.length === 0 ? undefined : nodes.map((node) => readComment(text, node));
}

/** Whether an empty line ends right above the line on which `position` stands; only blanks may lie between. False at the start of the text. */
export function hasBlankBefore(text: string, position: number): boolean {
  let lineEnds = 0;
  for (let index = position - 1; index >= 0; index--) {
    const character = text[index];
    if (character === "\n" || (character === "\r" && text[index + 1] !== "\n")) lineEnds++;
    else if (character !== " " && character !== "\t" && character !== "\f" && character !== "\r") return lineEnds > 1;
  }
  return false;
}

/** Whether an empty line begins right below the line on which `position` stands; only blanks may lie between. False at the end of the text. */
export function hasBlankAfter(text: string, position: number): boolean {
  let lineEnds = 0;
  for (let index = position; index < text.length; index++) {
    const character = text[index];
    if (character === "\n" || (character === "\r" && text[index + 1] !== "\n")) lineEnds++;
    else if (character !== " " && character !== "\t" && character !== "\f" && character !== "\r") return lineEnds > 1;
  }
  return false;
}

/** Whether both offsets stand on one line. */
export function onOneLine(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    const character = text[index];
    if (character === "\n" || character === "\r") return false;
  }
  return true;
}

/** The comments of a bracket, given to its elements. */
export interface ElementComments {
  /** For each element its decoration, or undefined. */
  readonly elements: readonly (Pick<Decorated, "leading" | "trailing"> | undefined)[];
  /** Comments behind the last element. */
  readonly inner: readonly Comment[] | undefined;
}

/**
 * Gives each comment of a bracket to an element: one behind an element on its line trails it, one above an element leads it.
 * A second comment that would trail leads the next instead.
 */
export function elementComments(text: string, bracket: RawNode, elements: readonly RawNode[]): ElementComments {
  if (bracket.comments.length === 0) return { elements: [], inner: undefined };
  const leading = new Map<number, RawNode[]>();
  const trailing = new Map<number, RawNode>();
  const inner: RawNode[] = [];
  let next = 0;
  for (const comment of inOrder(bracket.comments)) {
    while ((elements[next]?.end ?? Infinity) <= comment.start) next++;
    const previous = elements[next - 1];
    const inside = (elements[next]?.start ?? Infinity) < comment.start;
    if (!inside && previous !== undefined && !trailing.has(next - 1) && onOneLine(text, previous.end, comment.start)) {
      trailing.set(next - 1, comment);
    } else if (next === elements.length) inner.push(comment);
    else leading.set(next, [...(leading.get(next) ?? []), comment]);
  }
  const decorations = elements.map((_, index) => {
    const above = leading.get(index);
    const behind = trailing.get(index);
    if (above === undefined && behind === undefined) return undefined;
    return {
      ...(above === undefined ? {} : { leading: above.map((node) => readComment(text, node)) }),
      ...(behind === undefined ? {} : { trailing: readComment(text, behind) }),
    };
  });
  return { elements: decorations, inner: readComments(text, inner) };
}

/** Comments that moved up from inside an element stand behind those of the bracket itself; this restores the order of the text. */
export function inOrder(comments: readonly RawNode[]): readonly RawNode[] {
  return [...comments].sort((left, right) => left.start - right.start);
}
