import { metavariable } from "./pattern.ts";

/** What a metavariable of a template stands for; several expressions only for one that takes the rest of the arguments. */
export type Bindings<Expression> = ReadonlyMap<string, readonly Expression[]>;

interface TreeNode {
  readonly kind: string;
}

function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === "object" && value !== null && "kind" in value && typeof value.kind === "string";
}

/** The identifier of a node that could be a metavariable: a `Name` of Python or an `Ident` of Go. */
function identifierOf(node: TreeNode): string | undefined {
  if (node.kind === "Name") return (node as unknown as { id: string }).id;
  if (node.kind === "Ident") return (node as unknown as { name: string }).name;
  return undefined;
}

/** A copy of a template with its metavariables replaced and its places in a source taken away. `finish` may rewrite each other node. */
export function instantiate<Expression extends TreeNode>(
  template: Expression,
  bindings: Bindings<Expression>,
  finish: (node: Expression) => Expression,
): Expression {
  const [only] = instantiateNode(template, bindings, finish as unknown as (node: TreeNode) => TreeNode);
  return only as Expression;
}

function instantiateNode(
  node: TreeNode,
  bindings: Bindings<TreeNode>,
  finish: (node: TreeNode) => TreeNode,
): readonly TreeNode[] {
  const identifier = identifierOf(node);
  const found = identifier === undefined ? undefined : metavariable(identifier);
  if (found) return bindings.get(found.name) ?? [];
  const copy: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(node) as [string, unknown][]) {
    if (field === "span") copy[field] = { start: 0, end: 0 };
    else copy[field] = instantiateField(value, bindings, finish);
  }
  return [finish(copy as unknown as TreeNode)];
}

/** A field of a node: nodes, lists of them, and parts that are no nodes themselves, such as the comparisons of a Python `Compare`. */
function instantiateField(value: unknown, bindings: Bindings<TreeNode>, finish: (node: TreeNode) => TreeNode): unknown {
  if (Array.isArray(value))
    return (value as unknown[]).flatMap((item): readonly unknown[] =>
      isTreeNode(item) ? instantiateNode(item, bindings, finish) : [instantiateField(item, bindings, finish)],
    );
  if (isTreeNode(value)) return instantiateNode(value, bindings, finish)[0];
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, instantiateField(inner, bindings, finish)]),
  );
}

/** How often each metavariable stands in a template, in the order of their first standing. */
export function countMetavariables(template: TreeNode): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === "object" && value !== null) {
      const identifier = isTreeNode(value) ? identifierOf(value) : undefined;
      const found = identifier === undefined ? undefined : metavariable(identifier);
      if (found) counts.set(found.name, (counts.get(found.name) ?? 0) + 1);
      Object.values(value).forEach(visit);
    }
  };
  visit(template);
  return counts;
}
