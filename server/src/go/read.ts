import type { Node } from "web-tree-sitter";
import { emptySpan } from "../base/span.ts";
import type { SyntaxDocument, Unit } from "../syntax/document.ts";
import { sameEnds } from "../syntax/same-ends.ts";
import { readUnit, type SyntaxFault, type TopLevel, type UnitTree } from "./read-unit.ts";
import type { Decl, Expr, File } from "./tree.ts";

/** One unit of a file: mostly one declaration, but package clause and imports may share one. */
export interface GoUnit extends UnitTree {
  /** Names the unit within its file: `func Add`, `method Stack.Push`, `type Stack`; a second one of a name ends in `#2`. */
  readonly key: string;
  /** Where the unit starts in the file. */
  readonly start: number;
  readonly text: string;
}

/** The units of one file, in order. */
export interface GoFile {
  readonly units: readonly GoUnit[];
}

/** The trees that a file has already. */
interface UsedTrees {
  readonly declarations: Set<unknown>;
  /** How many units with one text have been found trees for. */
  readonly occurrences: Map<string, number>;
}

/**
 * Remembers the trees of units by their text, so that an edit costs the reading of one unit. One for each document: facts hang on the
 * identity of nodes, and equal texts may mean different things in different files.
 */
export class UnitCache {
  private readonly trees = new Map<string, UnitTree>();
  private readonly limit: number;
  /** The units that were read last. */
  last: { readonly units: readonly Unit[]; readonly trees: readonly UnitTree[] } = { units: [], trees: [] };

  /** `limit` is the number of units that are kept; the ones not used for longest go first. */
  constructor(limit = 5000) {
    this.limit = limit;
  }

  /** The tree of a unit, made by `read` when none is known that is not in use: each of several units with one text has its own. */
  get({ text, blankBefore }: Unit, used: UsedTrees, read: () => UnitTree): UnitTree {
    const keyOf = (occurrence: number): string => `${occurrence}${blankBefore ? " " : "-"}${text}`;
    let occurrence = (used.occurrences.get(keyOf(0)) ?? 0) + 1;
    while (used.declarations.has(this.trees.get(keyOf(occurrence))?.declarations)) occurrence++;
    used.occurrences.set(keyOf(0), occurrence);
    const key = keyOf(occurrence);
    const tree = this.trees.get(key) ?? read();
    this.trees.delete(key);
    this.trees.set(key, tree);
    if (this.trees.size > this.limit) {
      const oldest = this.trees.keys().next().value;
      if (oldest !== undefined) this.trees.delete(oldest);
    }
    return tree;
  }
}

/** Reads the units of a document; those whose text the cache knows are not parsed again. Never throws, whatever the text. */
export function readFile(document: SyntaxDocument, cache: UnitCache = new UnitCache()): GoFile {
  const after = document.units();
  const before = cache.last;
  const { head, tail } = sameEnds(before.units, after);
  const kept = [...before.trees.slice(0, head), ...before.trees.slice(before.trees.length - tail)];
  const used: UsedTrees = { declarations: new Set(kept.map((tree) => tree.declarations)), occurrences: new Map() };
  const changed = after.slice(head, after.length - tail).map((unit) => {
    const tree = cache.get(unit, used, () => {
      const read = document.readUnit(unit, (root) => readUnit(unit.text, root)) ?? refused(unit.text);
      return unit.blankBefore ? withBlankBefore(read) : read;
    });
    used.declarations.add(tree.declarations);
    return tree;
  });
  const trees = [...kept.slice(0, head), ...changed, ...kept.slice(head)];
  cache.last = { units: after, trees };
  const keys = uniqueKeys(trees);
  return {
    units: after.map(({ start, text }, position): GoUnit => {
      const { declarations, faults } = trees[position]!;
      return { declarations, faults, key: keys[position]!, start, text };
    }),
  };
}

const names = new WeakMap<readonly TopLevel[], string>();

/** The names of the units; a second one of a name ends in `#2`. */
function uniqueKeys(trees: readonly UnitTree[]): readonly string[] {
  const used = new Map<string, number>();
  return trees.map(({ declarations }) => {
    let name = names.get(declarations);
    if (name === undefined) names.set(declarations, (name = unitName(declarations)));
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  });
}

/** The tree of a text that the parser would not read. */
function refused(text: string): UnitTree {
  const span = { start: 0, end: text.length };
  return {
    declarations: [{ kind: "BadDecl", span, text }],
    faults: [{ span, message: "this is too long or too complex to be parsed" }],
  };
}

function withBlankBefore(tree: UnitTree): UnitTree {
  const [first, ...others] = tree.declarations;
  return first === undefined ? tree : { ...tree, declarations: [{ ...first, blankBefore: true }, ...others] };
}

/** The declarations of some units as one file. Their spans stay relative to their units. Comments above the package clause lead the file. */
export function fileOf(units: readonly UnitTree[]): File {
  const all = units.flatMap((unit) => unit.declarations);
  const at = all.findIndex((node) => node.kind === "PackageClause");
  const isHead = (node: TopLevel, index: number): boolean =>
    index < at && node.kind === "TopLevelStatements" && node.list.length === 0;
  const heads = all.filter(isHead);
  const leading = heads.flatMap((node) =>
    (node.inner ?? []).map((comment, index) => (index === 0 ? { ...comment, blankBefore: true } : comment)),
  );
  const decls = all.filter((node, index): node is Decl => node.kind !== "PackageClause" && !isHead(node, index));
  const clause = all[at];
  const file: File = {
    kind: "File",
    span: emptySpan,
    package: clause?.kind === "PackageClause" ? clause : undefined,
    decls,
  };
  return leading.length > 0 ? { ...file, leading } : file;
}

/** The name of the type that a receiver is of, without pointer and type parameters. */
function receiverName(type: Expr | undefined): string {
  if (type === undefined) return "";
  if (type.kind === "Ident") return type.name;
  const inner =
    type.kind === "StarExpr" || type.kind === "ParenExpr" || type.kind === "IndexExpr" || type.kind === "IndexListExpr";
  return inner ? receiverName(type.x) : "";
}

function unitName(declarations: readonly TopLevel[]): string {
  const named = declarations.find(
    (node) => node.kind === "FuncDecl" || (node.kind === "GenDecl" && node.tok !== "import"),
  );
  const node = named ?? declarations[0];
  if (node?.kind === "FuncDecl") {
    return node.recv ? `method ${receiverName(node.recv.list[0]?.type)}.${node.name.name}` : `func ${node.name.name}`;
  }
  if (node?.kind === "GenDecl" && node.tok !== "import") {
    const spec = node.specs[0];
    const name =
      spec?.kind === "TypeSpec" ? spec.name.name : spec?.kind === "ValueSpec" ? (spec.names[0]?.name ?? "") : "";
    return `${node.tok} ${name}`;
  }
  if (node?.kind === "PackageClause") return "package";
  if (node?.kind === "GenDecl") return "import";
  return node?.kind === "BadDecl" ? "error" : "statements";
}

/** Reads a whole text as one file, such as the stubs of a package. All spans are relative to the text. */
export function readSource(text: string, parse: ParseText): File {
  return fileOf([parse(text, (root) => readUnit(text, root)) ?? refused(text)]);
}

/** A fragment of Go, as it is selected or typed: what it was read as, and how far its offsets are shifted. */
export interface GoFragment extends UnitTree {
  readonly form: "file" | "expressions" | "clauses" | "fields";
}

/** Texts to put around a fragment that is no file, and what it is read as then. */
const wrappers: readonly { readonly form: GoFragment["form"]; readonly before: string; readonly after: string }[] = [
  { form: "file", before: "", after: "\n" },
  { form: "expressions", before: "_ = ", after: "\n" },
  { form: "clauses", before: "switch {\n", after: "\n}\n" },
  { form: "clauses", before: "select {\n", after: "\n}\n" },
  { form: "fields", before: "type _ struct {\n", after: "\n}\n" },
  { form: "fields", before: "type _ interface {\n", after: "\n}\n" },
];

/** Parses a text alone and gives its root to `read`, as `readText` does; the root lives during that call only. Undefined: it was refused. */
export type ParseText = <Result>(text: string, read: (root: Node) => Result) => Result | undefined;

/**
 * Reads a piece of Go that need not be a file: declarations and statements, a list of expressions (as `_ = …`), the clauses of a switch
 * or select (inside of one), or fields and methods (inside of a type named `_`). Offsets are relative to the text, so made up nodes may
 * start before 0. Falls back to the reading as a file, with Bad nodes, when no form fits.
 */
export function readFragment(text: string, parse: ParseText): GoFragment {
  let first: GoFragment | undefined;
  for (const { form, before, after } of wrappers) {
    const wrapped = before + text + after;
    const tree = parse(wrapped, (root) => readUnit(wrapped, root)) ?? refused(wrapped);
    const fragment = { ...(before === "" ? tree : shiftTree(tree, -before.length)), form };
    if (tree.faults.length === 0) return fragment;
    first ??= fragment;
  }
  return first ?? { declarations: [], faults: [], form: "file" };
}

/** Moves all spans of plain data by `delta`. */
function shiftTree<Tree>(tree: Tree, delta: number): Tree {
  const shift = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shift);
    if (value === null || typeof value !== "object" || value instanceof Uint8Array) return value;
    const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [
      key,
      key === "span"
        ? { start: (inner as { start: number }).start + delta, end: (inner as { end: number }).end + delta }
        : shift(inner),
    ]);
    return Object.fromEntries(entries);
  };
  return shift(tree) as Tree;
}

export { readUnit, type SyntaxFault, type TopLevel, type UnitTree };
