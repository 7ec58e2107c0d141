import type { Comment } from "../../base/syntax-node.ts";
import { emptySpan } from "../../base/span.ts";
import type { Origin } from "../../base/origin.ts";
import type * as go from "../../go/tree.ts";
import { childrenOf } from "../../go/walk.ts";
import * as build from "./syntax.ts";

/** An error of the checker in a target tree. */
export interface TargetError {
  readonly node: go.GoNode;
  readonly code: string;
  readonly message: string;
}

/** What was taken out of a target tree since it does not check. */
export interface Demotion {
  readonly origin: Origin | undefined;
  readonly message: string;
}

type Rewrite = (statement: go.Stmt) => readonly go.Stmt[] | undefined;

/** How much is given up at once: the statement with the error, the body of its function, the declaration. */
export type DemotionLevel = "statement" | "body" | "declaration";

/**
 * Takes out of a file what does not check. Variables that nothing reads are kept and read by `_ = x`; for all other errors the innermost statement
 * around the error gives way to a panic, with the source in a comment above. `text` gives the source of an origin.
 */
export function demoteGo(
  file: go.File,
  errors: readonly TargetError[],
  level: DemotionLevel,
  comments: (message: string, origin: Origin | undefined) => readonly Comment[],
): { readonly file: go.File; readonly demotions: readonly Demotion[] } {
  const unused = new Set<go.GoNode>(
    errors.filter((error) => error.code === "unused-variable").map((error) => error.node),
  );
  const wrong = new Map<go.GoNode, TargetError>(
    errors
      .filter((error) => error.code !== "unused-variable" && error.code !== "unused-import")
      .map((error) => [error.node, error]),
  );
  const demotions: Demotion[] = [];
  const replaceStatement = (statement: go.Stmt, error: TargetError): readonly go.Stmt[] => {
    demotions.push({ origin: originBelow(statement), message: error.message });
    return [
      ...declarationsOf(statement),
      { ...panic(error), leading: [...(statement.leading ?? []), ...comments(reason(error), originBelow(statement))] },
    ];
  };
  const rewrite: Rewrite = (statement) => {
    const error = ownError(statement, wrong);
    if (error && level === "statement") return replaceStatement(statement, error);
    if (unused.size === 0) return undefined;
    if (statement.kind === "RangeStmt") return withoutUnusedVariables(statement, unused);
    const names = ownNames(statement).filter((name) => unused.has(name));
    if (names.length === 0) return undefined;
    return [statement, ...names.map((name) => build.assign(build.ident("_"), build.ident(name.name)))];
  };
  const decls = file.decls.map((decl): go.Decl => {
    const error = errorBelow(decl, wrong);
    if (error === undefined || level === "statement") {
      const signature = error !== undefined && decl.kind === "FuncDecl" && errorBelow(decl.type, wrong) !== undefined;
      const isOutside = error !== undefined && (decl.kind !== "FuncDecl" || signature);
      return isOutside ? decl : (rewriteBodies(decl, rewrite) as go.Decl);
    }
    demotions.push({ origin: originBelow(decl), message: error.message });
    const leading = [...(decl.leading ?? []), ...comments(reason(error), originBelow(decl))];
    if (level === "body" && decl.kind === "FuncDecl" && decl.body !== undefined) {
      return { ...decl, leading, body: build.block([panic(error)]) };
    }
    return { kind: "BadDecl", text: "", span: emptySpan, leading };
  });
  return { file: { ...file, decls }, demotions };
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
