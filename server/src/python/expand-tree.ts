import { emptySpan, type Span } from "../base/span.ts";
import { children, walk } from "./walk.ts";
import type { Expression, FunctionDef, AsyncFunctionDef, PythonNode, Statement } from "./tree.ts";

/*
 * Rebuilding Python trees: what expansions need to make new trees of old ones.
 */

/** A `def` of either kind. */
export type Definition = FunctionDef | AsyncFunctionDef;

/** What takes the place of a node; several statements only where a statement stood. */
export type Replacement = PythonNode | readonly Statement[];

/** Fields that hold no nodes, and are taken over as they are. */
const leaves: ReadonlySet<string> = new Set(["span", "origin", "leading", "trailing", "inner"]);

/** Rebuilds a tree from its leaves up. `replace` gets each node after what is below it; a tree in which nothing changes is given back as it is. */
export function rebuild<Node extends PythonNode>(node: Node, replace: (node: PythonNode) => Replacement): Replacement {
  let changed = false;
  const copy: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(node) as [string, unknown][]) {
    const made = leaves.has(field) ? value : rebuildField(value, replace);
    changed ||= made !== value;
    copy[field] = made;
  }
  return replace(changed ? (copy as unknown as Node) : node);
}

function rebuildField(value: unknown, replace: (node: PythonNode) => Replacement): unknown {
  if (Array.isArray(value)) {
    const items = value as unknown[];
    const made = items.flatMap((item): readonly unknown[] => {
      const one = rebuildField(item, replace);
      return Array.isArray(one) ? (one as unknown[]) : [one];
    });
    return made.length === items.length && made.every((item, position) => item === items[position]) ? value : made;
  }
  if (typeof value !== "object" || value === null) return value;
  if ("kind" in value && "span" in value) return rebuild(value as PythonNode, replace);
  // The value of a constant.
  if ("type" in value) return value;
  if ("start" in value) return value;
  let changed = false;
  const copy = Object.fromEntries(
    Object.entries(value).map(([field, inner]: [string, unknown]) => {
      const made = rebuildField(inner, replace);
      changed ||= made !== inner;
      return [field, made];
    }),
  );
  return changed ? copy : value;
}

/** Rebuilds an expression, for which only expressions are put. */
export function rebuildExpression(node: Expression, replace: (node: PythonNode) => PythonNode): Expression {
  return rebuild(node, replace) as Expression;
}

/** A tree of new nodes with the same content, all of them at `span`: it stands for source that is written elsewhere. */
export function copyAt<Node extends PythonNode>(node: Node, span: Span): Node {
  const copied = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copied);
    if (typeof value !== "object" || value === null) return value;
    if ("start" in value && "end" in value && !("kind" in value)) return span;
    return Object.fromEntries(Object.entries(value).map(([field, inner]: [string, unknown]) => [field, copied(inner)]));
  };
  return copied(node) as Node;
}

/** The tree with its made nodes, which have no place of their own, put at `span`. Nodes of the source keep theirs. */
export function placed<Node extends PythonNode>(node: Node, span: Span): Node {
  return rebuild(node, (inner) => (inner.span === emptySpan ? { ...inner, span } : inner)) as Node;
}

/** The names that a function's own body binds: parameters, targets, definitions. Bodies of functions inside are left out. */
export function boundNames(node: Definition): ReadonlySet<string> {
  const found = new Set<string>(parametersOf(node).map((parameter) => parameter.arg));
  for (const statement of node.body) collectBound(statement, found);
  return found;
}

/** All names that are bound anywhere below the node. */
export function namesBoundBelow(node: PythonNode): ReadonlySet<string> {
  const found = new Set<string>();
  walk(node, (inner) => {
    if (inner.kind === "arg") found.add(inner.arg);
    else if ((isDefinition(inner) || inner.kind === "ClassDef") && inner !== node) found.add(inner.name);
    else collectTargets(inner, found);
  });
  return found;
}

function collectBound(node: PythonNode, found: Set<string>): void {
  if (isDefinition(node) || node.kind === "ClassDef") {
    found.add(node.name);
    return;
  }
  if (node.kind === "Lambda") return;
  collectTargets(node, found);
  for (const child of children(node)) collectBound(child, found);
}

/** How often names are bound, what a loop binds counting twice. Bodies of functions and classes inside count with `isDeep`, what they declare global always. */
export function boundCounts(node: PythonNode, isDeep: boolean): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string, count: number): unknown => counts.set(name, (counts.get(name) ?? 0) + count);
  const visit = (inner: PythonNode, isLooped: boolean, globals: ReadonlySet<string> | undefined): void => {
    const isCounted = isDeep || !globals;
    const own = new Set<string>();
    if (inner.kind === "arg") own.add(inner.arg);
    else if (isDefinition(inner) || inner.kind === "ClassDef") own.add(inner.name);
    else collectTargets(inner, own);
    const isLoop = inner.kind === "For" || inner.kind === "AsyncFor" || inner.kind === "While";
    const weight = isLooped || isLoop || inner.kind === "AugAssign" || inner.kind === "NamedExpr" ? 2 : 1;
    for (const name of own) if (isCounted || globals.has(name)) add(name, globals?.has(name) ? 2 : weight);
    const opens = isDefinition(inner) || inner.kind === "ClassDef" || inner.kind === "Lambda";
    const below = isDefinition(inner) ? globalNames(inner) : opens ? (globals ?? new Set<string>()) : globals;
    for (const child of children(inner)) visit(child, opens ? false : isLooped || isLoop, below);
  };
  visit(node, false, undefined);
  return counts;
}

function globalNames(node: Definition): ReadonlySet<string> {
  const found = new Set<string>();
  walk(node, (inner) => {
    if (inner.kind === "Global") inner.names.forEach((name) => found.add(name));
  });
  return found;
}

function collectTargets(node: PythonNode, found: Set<string>): void {
  const targets: readonly Expression[] =
    node.kind === "Assign"
      ? node.targets
      : node.kind === "AugAssign" ||
          node.kind === "AnnAssign" ||
          node.kind === "For" ||
          node.kind === "AsyncFor" ||
          node.kind === "comprehension" ||
          node.kind === "NamedExpr"
        ? [node.target]
        : node.kind === "withitem" && node.optionalVars
          ? [node.optionalVars]
          : [];
  for (const target of targets)
    walk(target, (part) => {
      if (part.kind === "Name") found.add(part.id);
      return part.kind !== "Attribute" && part.kind !== "Subscript";
    });
  if (node.kind === "ExceptHandler" && node.name !== undefined) found.add(node.name);
  if (node.kind === "MatchAs" && node.name !== undefined) found.add(node.name);
  if (node.kind === "MatchStar" && node.name !== undefined) found.add(node.name);
}

export function isDefinition(node: PythonNode): node is Definition {
  return node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef";
}

/** All parameters in order. */
export function parametersOf(node: Definition): readonly Definition["args"]["args"][number][] {
  const { posonlyargs, args, vararg, kwonlyargs, kwarg } = node.args;
  return [...posonlyargs, ...args, ...(vararg ? [vararg] : []), ...kwonlyargs, ...(kwarg ? [kwarg] : [])];
}

/** Whether the body begins with a docstring. */
export function docstringOf(node: Definition): Statement | undefined {
  const [first] = node.body;
  return first?.kind === "Expr" && first.value.kind === "Constant" && first.value.value.type === "str"
    ? first
    : undefined;
}

/** The `return` statements of the function itself. */
export function returnsOf(node: Definition): readonly Extract<Statement, { kind: "Return" }>[] {
  const found: Extract<Statement, { kind: "Return" }>[] = [];
  for (const statement of node.body)
    walk(statement, (inner) => {
      if (isDefinition(inner) || inner.kind === "ClassDef" || inner.kind === "Lambda") return false;
      if (inner.kind === "Return") found.push(inner);
      return true;
    });
  return found;
}
