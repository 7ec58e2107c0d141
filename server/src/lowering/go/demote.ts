import type { Comment } from "../../base/syntax-node.ts";
import { emptySpan } from "../../base/span.ts";
import type { Origin } from "../../base/origin.ts";
import type * as go from "../../go/tree.ts";
import { childrenOf, walk } from "../../go/walk.ts";
import * as build from "./syntax.ts";

/** An error of the checker in a target tree. */
export interface TargetError {
  readonly node: go.GoNode;
  readonly code: string;
  readonly message: string;
  /** The declaration that was checked when it was found. */
  readonly decl?: go.Decl;
}

/** What was taken out of a target tree since it does not check. */
export interface Demotion {
  readonly origin: Origin | undefined;
  readonly message: string;
}

type Rewrite = (statement: go.Stmt) => readonly go.Stmt[] | undefined;

/** How much is given up at once: the statement with the error, the body of its function, the declaration. */
export type DemotionLevel = "statement" | "body" | "declaration";

/** The source of what is taken out, as comments. */
type Comments = (message: string, origin: Origin | undefined) => readonly Comment[];

/** A declaration after a demotion. */
interface Demoted {
  readonly level: DemotionLevel;
  readonly errors: readonly TargetError[];
  readonly decl: go.Decl;
  readonly demotions: readonly Demotion[];
}

/** What became of declarations, so that the same errors in the same declaration give the same objects. */
export type DemotionMemory = WeakMap<go.Decl, readonly Demoted[]>;

/**
 * Takes out of a file what does not check. Variables that nothing reads are kept and read by `_ = x`; for all other errors the innermost statement
 * around the error gives way to a panic, with the source in a comment above. `comments` gives the source of an origin.
 */
export function demoteGo(
  file: go.File,
  errors: readonly TargetError[],
  level: DemotionLevel,
  comments: Comments,
  memory: DemotionMemory,
): { readonly file: go.File; readonly demotions: readonly Demotion[] } {
  const demotions: Demotion[] = [];
  const byDecl = errorsByDecl(file, errors);
  const decls = file.decls.map((decl): go.Decl => {
    const own = byDecl.get(decl);
    if (own === undefined) return decl;
    const known = memory.get(decl) ?? [];
    let demoted = known.find((other) => other.level === level && sameErrors(other.errors, own));
    if (!demoted)
      memory.set(decl, [...known, (demoted = { level, errors: own, ...demote(decl, own, level, comments) })]);
    demotions.push(...demoted.demotions);
    return demoted.decl;
  });
  return { file: { ...file, decls }, demotions };
}

/** The errors that lie in each declaration. Most lie in the declaration that was being checked. */
function errorsByDecl(file: go.File, errors: readonly TargetError[]): ReadonlyMap<go.Decl, readonly TargetError[]> {
  const found = new Map<go.Decl, TargetError[]>();
  const left = new Map<go.GoNode, TargetError[]>();
  for (const error of errors) left.set(error.node, [...(left.get(error.node) ?? []), error]);
  const find = (decl: go.Decl): void => {
    walk(decl, (node) => {
      const here = left.get(node);
      if (!here) return;
      found.set(decl, [...(found.get(decl) ?? []), ...here]);
      left.delete(node);
    });
  };
  const checked = new Set(errors.map((error) => error.decl));
  for (const decl of file.decls) if (checked.has(decl)) find(decl);
  if (left.size > 0) for (const decl of file.decls) if (!checked.has(decl)) find(decl);
  for (const error of [...left.values()].flat())
    if (error.decl) found.set(error.decl, [...(found.get(error.decl) ?? []), error]);
  return found;
}

function sameErrors(left: readonly TargetError[], right: readonly TargetError[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ node, code, message }, at) => {
      const other = right[at]!;
      return node === other.node && code === other.code && message === other.message;
    })
  );
}

function demote(
  decl: go.Decl,
  errors: readonly TargetError[],
  level: DemotionLevel,
  comments: Comments,
): Pick<Demoted, "decl" | "demotions"> {
  const unused = new Set<go.GoNode>(
    errors.filter((error) => error.code === "unused-variable").map((error) => error.node),
  );
  const wrong = new Map<go.GoNode, TargetError>(
    errors
      .filter((error) => error.code !== "unused-variable" && error.code !== "unused-import")
      .map((error) => [error.node, error]),
  );
  const demotions: Demotion[] = [];
  const error = wrong.size === 0 ? undefined : errorBelow(decl, wrong);
  if (error === undefined || level === "statement") {
    const signature = error !== undefined && decl.kind === "FuncDecl" && errorBelow(decl.type, wrong) !== undefined;
    const isOutside = error !== undefined && (decl.kind !== "FuncDecl" || signature);
    if (isOutside) return { decl, demotions };
    const rewritten = rewriteBodies(decl, statementRewrite(unused, wrong, level, comments, demotions)) as go.Decl;
    return { decl: rewritten, demotions };
  }
  demotions.push({ origin: originBelow(decl), message: error.message });
  const leading = [...(decl.leading ?? []), ...comments(reason(error), originBelow(decl))];
  if (level === "body" && decl.kind === "FuncDecl" && decl.body !== undefined)
    return { decl: { ...decl, leading, body: build.block([panic(error)]) }, demotions };
  return { decl: { kind: "BadDecl", text: "", span: emptySpan, leading }, demotions };
}

function statementRewrite(
  unused: ReadonlySet<go.GoNode>,
  wrong: ReadonlyMap<go.GoNode, TargetError>,
  level: DemotionLevel,
  comments: Comments,
  demotions: Demotion[],
): Rewrite {
  return (statement) => {
    const error = wrong.size === 0 ? undefined : ownError(statement, wrong);
    if (error && level === "statement") {
      demotions.push({ origin: originBelow(statement), message: error.message });
      const leading = [...(statement.leading ?? []), ...comments(reason(error), originBelow(statement))];
      return [...declarationsOf(statement), { ...panic(error), leading }];
    }
    if (unused.size === 0) return undefined;
    if (statement.kind === "RangeStmt") return withoutUnusedVariables(statement, unused);
    const names = ownNames(statement).filter((name) => unused.has(name));
    if (names.length === 0) return undefined;
    return [statement, ...names.map((name) => build.assign(build.ident("_"), build.ident(name.name)))];
  };
}

/** The loop with blank names for the variables that nothing reads. */
function withoutUnusedVariables(
  statement: go.RangeStmt,
  unused: ReadonlySet<go.GoNode>,
): readonly go.Stmt[] | undefined {
  const isUnused = (node: go.Expr | undefined): boolean => node !== undefined && unused.has(node);
  if (!isUnused(statement.key) && !isUnused(statement.value)) return undefined;
  const value = isUnused(statement.value) ? undefined : statement.value;
  const isKeyless =
    statement.key === undefined ||
    isUnused(statement.key) ||
    (statement.key.kind === "Ident" && statement.key.name === "_");
  const key = !isKeyless ? statement.key : value === undefined ? undefined : build.ident("_");
  return [{ ...statement, key, value, tok: key === undefined ? undefined : statement.tok }];
}

function reason(error: TargetError): string {
  return `this has no checked translation (${error.message}).`;
}

function panic(error: TargetError): go.Stmt {
  return build.statement(build.call("panic", build.string(`not translated: ${error.code}`)));
}

/** The error in the statement itself, those of the statements in its blocks aside. */
function ownError(statement: go.Stmt, wrong: ReadonlyMap<go.GoNode, TargetError>): TargetError | undefined {
  const found = wrong.get(statement);
  if (found) return found;
  for (const child of childrenOf(statement)) {
    if (child.kind === "BlockStmt" || child.kind === "CaseClause" || child.kind === "CommClause") {
      const direct = wrong.get(child);
      if (direct && child.kind !== "BlockStmt") return direct;
      continue;
    }
    if (statement.kind === "IfStmt" && child === statement.else) continue;
    const error = errorOutsideBlocks(child, wrong);
    if (error) return error;
  }
  if ("clauses" in statement) {
    for (const clause of statement.clauses) {
      const heads: readonly (go.GoNode | undefined)[] =
        clause.kind === "CaseClause" ? (clause.list ?? []) : [clause.comm];
      for (const head of heads) {
        const error = head === undefined ? undefined : errorOutsideBlocks(head, wrong);
        if (error) return error;
      }
    }
  }
  return undefined;
}

function errorOutsideBlocks(node: go.GoNode, wrong: ReadonlyMap<go.GoNode, TargetError>): TargetError | undefined {
  const found = wrong.get(node);
  if (found) return found;
  if (node.kind === "BlockStmt") return undefined;
  for (const child of childrenOf(node)) {
    const error = errorOutsideBlocks(child, wrong);
    if (error) return error;
  }
  return undefined;
}

function errorBelow(node: go.GoNode, wrong: ReadonlyMap<go.GoNode, TargetError>): TargetError | undefined {
  const found = wrong.get(node);
  if (found) return found;
  for (const child of childrenOf(node)) {
    const error = errorBelow(child, wrong);
    if (error) return error;
  }
  return undefined;
}

function originBelow(node: go.GoNode): Origin | undefined {
  if (node.origin) return node.origin;
  for (const child of childrenOf(node)) {
    const origin = originBelow(child);
    if (origin) return origin;
  }
  return undefined;
}

/** The names that a statement declares in its own block. */
function ownNames(statement: go.Stmt): readonly go.Ident[] {
  if (statement.kind === "AssignStmt" && statement.tok === ":=")
    return statement.lhs.filter((target): target is go.Ident => target.kind === "Ident");
  if (statement.kind === "DeclStmt")
    return statement.decl.specs.flatMap((spec) => (spec.kind === "ValueSpec" ? spec.names : []));
  if (statement.kind === "LabeledStmt") return ownNames(statement.stmt);
  return [];
}

/** `var x T` for what a demoted statement would have declared; of variables whose type is not written nothing is known, so they are `any`. */
function declarationsOf(statement: go.Stmt): readonly go.Stmt[] {
  if (statement.kind === "AssignStmt" && statement.tok === ":=") {
    return ownNames(statement)
      .filter((name) => name.name !== "_" && name.name !== "err")
      .map((name) => build.declare(name.name, build.ident("any")));
  }
  if (statement.kind !== "DeclStmt") return [];
  return statement.decl.specs.flatMap((spec) =>
    spec.kind === "ValueSpec" && spec.type !== undefined
      ? spec.names.map((name) => build.declare(name.name, spec.type))
      : [],
  );
}

/** The same node with each statement in a list inside it rewritten, innermost first. */
function rewriteBodies(node: go.GoNode, rewrite: Rewrite): go.GoNode {
  let changed: Record<string, unknown> | undefined;
  for (const [field, value] of Object.entries(node) as [string, unknown][]) {
    const after = rewriteField(value, rewrite, isStatementList(node, field));
    if (after === value) continue;
    changed ??= { ...node };
    changed[field] = after;
  }
  return (changed ?? node) as go.GoNode;
}

function isStatementList(node: go.GoNode, field: string): boolean {
  return (
    (node.kind === "BlockStmt" && field === "list") ||
    ((node.kind === "CaseClause" || node.kind === "CommClause") && field === "body") ||
    (node.kind === "TopLevelStatements" && field === "list")
  );
}

function rewriteField(value: unknown, rewrite: Rewrite, isList: boolean): unknown {
  if (Array.isArray(value)) {
    let changed = false;
    const items = (value as unknown[]).flatMap((item): unknown[] => {
      if (!isGoNode(item)) return [item];
      // The decision is taken on the statement as it was checked; errors are found by the identity of nodes.
      const replaced = isList ? rewrite(item as go.Stmt) : undefined;
      if (replaced) {
        changed = true;
        return replaced.map((statement) =>
          statement === item || statement.kind === "RangeStmt" ? rewriteBodies(statement, rewrite) : statement,
        );
      }
      const inner = rewriteBodies(item, rewrite);
      if (inner !== item) changed = true;
      return [inner];
    });
    return changed ? items : value;
  }
  return isGoNode(value) ? rewriteBodies(value, rewrite) : value;
}

function isGoNode(value: unknown): value is go.GoNode {
  return typeof value === "object" && value !== null && "kind" in value && "span" in value;
}
