import type { FactStore } from "./checker.ts";
import { receiverParts } from "./check-signatures.ts";
import type { CallExpr, Decl, Expr, File, Ident, SelectorExpr, TypeSpec } from "./tree.ts";

/** What can be said about one top-level declaration by looking at it alone. */
export interface DeclarationSummary {
  /** The package-level names that it helps to define; a method helps to define its receiver's type. */
  readonly provides: readonly string[];
  /** Equal for declarations that mean the same to others: bodies of functions do not count. */
  readonly signature: string;
  /** Every name in the parts that others depend on. */
  readonly signatureMentions: ReadonlySet<string>;
  /** Every name in it. */
  readonly mentions: ReadonlySet<string>;
}

const summaries = new WeakMap<Decl, DeclarationSummary>();

/** Counts declarations, to tell them apart. */
let trees = 0;
/** Counts what is too deep to be compared, so that it never counts as unchanged. */
let tooDeep = 0;

/** The summary of a declaration; made once for each tree. */
export function summarise(decl: Decl): DeclarationSummary {
  let summary = summaries.get(decl);
  if (summary === undefined) summaries.set(decl, (summary = makeSummary(decl)));
  return summary;
}

function makeSummary(decl: Decl): DeclarationSummary {
  const mentions = new Set<string>();
  visit(decl, (node) => {
    if (node.kind === "Ident") mentions.add((node as Ident).name);
  });
  if (decl.kind !== "FuncDecl") {
    // Other units hold on to what this tree declares, so another tree is another declaration even where it says the same.
    return { provides: providedBy(decl), signature: `tree ${(trees += 1)}`, signatureMentions: mentions, mentions };
  }
  const { body: _, ...outside } = decl;
  const signatureMentions = new Set<string>();
  visit(outside, (node) => {
    if (node.kind === "Ident") signatureMentions.add((node as Ident).name);
  });
  return { provides: providedBy(decl), signature: fingerprint(outside), signatureMentions, mentions };
}

function providedBy(decl: Decl): string[] {
  if (decl.kind === "FuncDecl") {
    if (decl.recv === undefined) return [decl.name.name];
    const base = receiverParts(decl)?.base;
    return base?.kind === "Ident" ? [base.name] : [];
  }
  if (decl.kind !== "GenDecl") return [];
  return decl.specs.flatMap((spec) =>
    spec.kind === "ValueSpec" ? spec.names.map((name) => name.name) : spec.kind === "TypeSpec" ? typeNames(spec) : [],
  );
}

/** Methods may be declared by an alias of their receiver's type, so an alias is part of what it stands for. */
function typeNames(spec: TypeSpec): string[] {
  let { type } = spec;
  while (type.kind === "ParenExpr" || type.kind === "StarExpr") type = type.x;
  return spec.assign && type.kind === "Ident" ? [spec.name.name, type.name] : [spec.name.name];
}

const notMeaning: ReadonlySet<string> = new Set([
  "span",
  "origin",
  "leading",
  "trailing",
  "inner",
  "blankBefore",
  "multiline",
]);
const deepest = 1500;

interface AnyNode {
  readonly kind: string;
}

/** Calls `seen` for every node, outermost first. */
function visit(root: unknown, seen: (node: AnyNode) => void): void {
  const open: unknown[] = [root];
  for (let value = open.pop(); open.length > 0 || value !== undefined; value = open.pop()) {
    if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--) open.push(value[i]);
    } else if (typeof value === "object" && value !== null && !(value instanceof Uint8Array)) {
      if ("kind" in value) seen(value as AnyNode);
      for (const [key, inner] of Object.entries(value)) {
        if (typeof inner === "object" && inner !== null && !notMeaning.has(key)) open.push(inner);
      }
    }
  }
}

/** A text that two trees share exactly when they differ in layout and comments only. */
export function fingerprint(root: unknown): string {
  const parts: string[] = [];
  const write = (value: unknown, depth: number): void => {
    if (depth > deepest) parts.push(`deep${(tooDeep += 1)}`);
    else if (Array.isArray(value)) {
      parts.push("[");
      for (const inner of value) write(inner, depth + 1);
      parts.push("]");
    } else if (value instanceof Uint8Array) parts.push(value.join(","));
    else if (typeof value === "object" && value !== null) {
      parts.push("{");
      for (const [key, inner] of Object.entries(value)) {
        if (notMeaning.has(key) || inner === undefined) continue;
        parts.push(key);
        write(inner, depth + 1);
      }
      parts.push("}");
    } else parts.push(typeof value === "string" ? JSON.stringify(value) : String(value));
  };
  write(root, 0);
  return parts.join(" ");
}

/** What the imports of a file are. */
export function importFingerprint(tree: File): string {
  const imports = tree.decls.filter((decl) => decl.kind === "GenDecl" && decl.tok === "import");
  return `${tree.package === undefined ? "fragment" : "file"} ${imports.map((decl) => summarise(decl).signature).join(" ")}`;
}

/** Forgets all facts about the nodes of a declaration. */
export function forget(facts: FactStore, decl: Decl): void {
  visit(decl, (node) => {
    facts.expressions.delete(node as Expr);
    facts.bindings.delete(node as Ident);
    facts.selections.delete(node as SelectorExpr);
    facts.calls.delete(node as CallExpr);
    facts.symbols.delete(node as TypeSpec);
  });
}

/** The declarations of a package with what their meaning depends on besides their text. */
export interface SummarisedDeclaration {
  readonly decl: Decl;
  /** The path and the imports of its file. */
  readonly place: string;
}

/** The names of a package and what defines each. */
export function definitions(declarations: readonly SummarisedDeclaration[]): Map<string, string> {
  const map = new Map<string, string>();
  for (const { decl, place } of declarations) {
    const summary = summarise(decl);
    for (const name of summary.provides) map.set(name, `${map.get(name) ?? ""}\n${place} ${summary.signature}`);
  }
  return map;
}

/** The names whose meaning may differ between two versions of a package: changed ones, and those that depend on them. */
export function affectedNames(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  declarations: readonly SummarisedDeclaration[],
): Set<string> {
  const affected = new Set<string>();
  for (const [name, text] of after) if (before.get(name) !== text) affected.add(name);
  for (const name of before.keys()) if (!after.has(name)) affected.add(name);
  if (affected.size === 0) return affected;
  const dependents = new Map<string, string[]>();
  for (const { decl } of declarations) {
    const { provides, signatureMentions } = summarise(decl);
    for (const mention of signatureMentions) dependents.set(mention, [...(dependents.get(mention) ?? []), ...provides]);
    // All names of one declaration are resolved together.
    for (const name of provides)
      if (provides.length > 1) dependents.set(name, [...(dependents.get(name) ?? []), ...provides]);
  }
  const open = [...affected];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const dependent of dependents.get(name) ?? []) {
      if (affected.has(dependent)) continue;
      affected.add(dependent);
      open.push(dependent);
    }
  }
  return affected;
}
