import type { Language } from "../base/language.ts";
import type { Grammars } from "./grammars.ts";
import type { TextEdit } from "./text-edit.ts";
import { topLevelNodes, type TopLevelNode } from "./top-level.ts";

/** A declaration at the left margin that nothing above it can take in. */
const sentinel: Readonly<Record<Language, string>> = { python: "pass\n", go: "var _ int\n" };

/**
 * The children of the root after an edit, by parsing the few declarations around it alone: `nodes` are those of the text before, which has
 * no syntax error, and `after` is the new text. The region reaches from one declaration at the left margin to another, and both stay where
 * they are, so what stands around it is parsed as before, provided that the region is complete: a declaration put behind it must remain one.
 * Undefined where the region has an error or reaches over what follows; then the whole text has to be parsed.
 */
export function nodesAfterEdit(
  grammars: Grammars,
  language: Language,
  nodes: readonly TopLevelNode[],
  after: string,
  { start, oldEnd, text }: TextEdit,
): readonly TopLevelNode[] | undefined {
  const delta = text.length - (oldEnd - start);
  const first = firstOf(nodes, after, start);
  const next = nextOf(nodes, after, oldEnd, delta, first + 1);
  const regionStart = nodes[first]?.start;
  if (regionStart === undefined || next === undefined) return undefined;
  const following = nodes[next];
  const region = after.slice(regionStart, following === undefined ? after.length : following.start + delta);
  const padded = region.endsWith("\n") ? region : `${region}\n`;
  const tree = grammars.parse(language, padded + sentinel[language]);
  if (typeof tree === "string") return undefined;
  try {
    if (tree.rootNode.hasError) return undefined;
    const parsed = topLevelNodes(tree);
    const at = parsed.findIndex((node) => node.start === padded.length);
    const inside = parsed.slice(0, at);
    if (at === -1 || inside.some((node) => node.end > padded.length || isIndentedCode(node, padded))) return undefined;
    return [
      ...nodes.slice(0, first),
      ...inside.map((node) => moved(node, regionStart)),
      ...nodes.slice(next).map((node) => moved(node, delta)),
    ];
  } finally {
    tree.delete();
  }
}

/** The last declaration that begins before the offset, at the left margin; -1 where there is none. */
function firstOf(nodes: readonly TopLevelNode[], text: string, offset: number): number {
  let low = 0;
  let high = nodes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (nodes[middle]!.start < offset) low = middle + 1;
    else high = middle - 1;
  }
  while (high >= 0 && !isBoundary(nodes[high]!, text, nodes[high]!.start)) high--;
  return high;
}

/** The first declaration that begins at the left margin behind the edit, or the number of nodes where none follows. */
function nextOf(
  nodes: readonly TopLevelNode[],
  after: string,
  oldEnd: number,
  delta: number,
  from: number,
): number | undefined {
  for (let index = from; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (node.start > oldEnd && isBoundary(node, after, node.start + delta)) return index;
  }
  return nodes.length;
}

function isBoundary(node: TopLevelNode, text: string, start: number): boolean {
  return (
    node.named &&
    node.type !== "comment" &&
    node.end > node.start &&
    (start === 0 || text[start - 1] === "\n") &&
    /[A-Za-z_@]/.test(text[start] ?? "")
  );
}

/** Indented code at the top level belongs to what stands before it, if that is a block. */
function isIndentedCode(node: TopLevelNode, text: string): boolean {
  return node.named && node.type !== "comment" && (text[node.start - 1] === " " || text[node.start - 1] === "\t");
}

function moved(node: TopLevelNode, by: number): TopLevelNode {
  return by === 0 ? node : { ...node, start: node.start + by, end: node.end + by };
}
