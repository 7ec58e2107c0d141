import type { Decorated } from "../base/syntax-node.ts";

/** The comments and blank lines of a node, to be spread into the node that stands for it in another tree. */
export function decorationOf(node: Decorated): Decorated {
  return {
    ...(node.leading && node.leading.length > 0 ? { leading: node.leading } : {}),
    ...(node.trailing ? { trailing: node.trailing } : {}),
    ...(node.inner && node.inner.length > 0 ? { inner: node.inner } : {}),
    ...(node.blankBefore ? { blankBefore: true } : {}),
  };
}

/** A copy of `node` with the comments of `source` around it, those of its own inside. */
export function decorate<Node extends Decorated>(node: Node, source: Decorated): Node {
  const leading = [...(source.leading ?? []), ...(node.leading ?? [])];
  const trailing = source.trailing ?? node.trailing;
  return {
    ...node,
    ...(leading.length > 0 ? { leading } : {}),
    ...(trailing ? { trailing } : {}),
    ...(source.blankBefore ? { blankBefore: true } : {}),
  };
}

/**
 * Puts the comments of `source` around the statements that it became: those above on the first, the one behind on the last. What belongs to a
 * `source` that became nothing is lost, so callers keep at least one statement where there are comments.
 */
export function decorateAll<Node extends Decorated>(nodes: readonly Node[], source: Decorated): readonly Node[] {
  if (nodes.length === 0) return nodes;
  const result = [...nodes];
  result[0] = decorate(result[0]!, {
    ...(source.leading ? { leading: source.leading } : {}),
    ...(source.blankBefore ? { blankBefore: true } : {}),
  });
  if (source.trailing) result[result.length - 1] = decorate(result[result.length - 1]!, { trailing: source.trailing });
  return result;
}
