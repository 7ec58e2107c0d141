import type * as ir from "../ir/node.ts";
import { forEachChild } from "../ir/walk.ts";
import type { Binding } from "../types/binding.ts";

/*
 * Dicts that are written out once and never changed: the order of their keys is known, though Go's maps have none.
 */

/** What one unit tells about dicts in variables. */
export interface LiteralDictsSummary {
  /** Variables that are set to a written dict, with its keys. */
  readonly literals: readonly { readonly id: string; readonly keys: readonly ir.Expression[] }[];
  /** Variables that are used in other ways than being read: changed, handed on, set again. */
  readonly others: readonly string[];
}

/** Reads of a dict that let nobody change it. */
const readers: Readonly<Record<string, readonly string[]>> = {
  Lookup: ["map"],
  DictGet: ["map"],
  Membership: ["container"],
  Length: ["operand"],
  Iterate: ["operands"],
};

/** Summarises the declarations of a unit. */
export function literalDictsOf(declarations: readonly ir.Node[]): LiteralDictsSummary {
  const literals: { id: string; keys: readonly ir.Expression[] }[] = [];
  const others = new Set<string>();
  const seen = new Set<string>();
  const define = (binding: Binding, value: ir.Expression): boolean => {
    const keys = literalKeys(value);
    if (keys === undefined || seen.has(binding.id)) return false;
    seen.add(binding.id);
    literals.push({ id: binding.id, keys });
    return true;
  };
  const read = (node: ir.Expression): void => {
    if (!isDict(node)) visit(node);
  };
  const visit = (node: ir.Node): void => {
    if (isDict(node)) {
      others.add(node.binding.id);
      return;
    }
    if (node.kind === "Assign") {
      const [target] = node.targets;
      for (const one of node.targets) if (one.kind !== "Variable") forEachTarget(one, visit);
      if (target && isDict(target) && !(node.targets.length === 1 && define(target.binding, node.value)))
        others.add(target.binding.id);
      visit(node.value);
      return;
    }
    if (node.kind === "Global" && isDict(node.target)) {
      if (!node.value) return;
      if (!define(node.target.binding, node.value)) others.add(node.target.binding.id);
      visit(node.value);
      return;
    }
    if (node.kind === "ForEach") {
      visit(node.target);
      read(node.iterable);
      [...node.body, ...node.orElse].forEach(visit);
      return;
    }
    const fields = readers[node.kind];
    forEachChild(node, (child) => {
      const isRead = fields !== undefined && child.sort === "expression" && isField(node, child, fields);
      if (isRead) read(child);
      else visit(child);
    });
  };
  declarations.forEach(visit);
  return { literals, others: [...others].sort() };
}

function isField(node: ir.Node, child: ir.Expression, fields: readonly string[]): boolean {
  const parts = node as unknown as Readonly<Record<string, unknown>>;
  return fields.some(
    (field) => parts[field] === child || (Array.isArray(parts[field]) && parts[field].includes(child)),
  );
}

/** A place that is assigned to changes what it is part of. */
function forEachTarget(target: ir.Expression, visit: (node: ir.Node) => void): void {
  if (target.kind === "Lookup" && target.map.kind === "Variable") visit(target.map);
  forEachChild(target, visit);
}

function isDict(node: ir.Node): node is ir.Variable {
  return node.kind === "Variable" && isDictBinding(node.binding);
}

function isDictBinding(binding: Binding): boolean {
  return binding.type.kind === "dict" && binding.type.variant === undefined;
}

/** The keys of a dict that is written out with literal keys, each once. */
function literalKeys(value: ir.Expression): readonly ir.Expression[] | undefined {
  if (value.kind !== "DictLiteral" || value.entries.length === 0) return undefined;
  const keys = value.entries.map((entry) => entry.key);
  const texts = new Set<string>();
  for (const key of keys) {
    if (key?.kind !== "IntegerLiteral" && key?.kind !== "StringLiteral") return undefined;
    texts.add(`${key.kind} ${String(key.value)}`);
  }
  return texts.size === keys.length ? (keys as readonly ir.Expression[]) : undefined;
}

/** Solves the summaries: the keys of dicts that are written out once and never changed. */
export function solveLiteralDicts(
  summaries: readonly LiteralDictsSummary[],
): (binding: Pick<Binding, "id">) => readonly ir.Expression[] | undefined {
  const others = new Set(summaries.flatMap((summary) => summary.others));
  const keys = new Map(summaries.flatMap(({ literals }) => literals.map((one) => [one.id, one.keys] as const)));
  return (binding) => (others.has(binding.id) ? undefined : keys.get(binding.id));
}
