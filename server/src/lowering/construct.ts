import type * as go from "../go/tree.ts";
import type * as ir from "../ir/node.ts";
import type * as py from "../python/tree.ts";
import type { IdiomRecognisers } from "./idiom.ts";
import type { GoLiftContext, PythonLiftContext } from "./lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "./lower-context.ts";

/*
 * The contract of a construct: one correspondence between the languages, in one file. Everything that people see of it (hover, documentation,
 * support table, snippets) and its tests are derived from this object.
 */

type PythonNode = py.Expression | py.Statement;
type PythonLiftResult<N> = N extends py.Statement ? ir.Statement | readonly ir.Statement[] : ir.Expression;
/** Lifts of Python nodes, by kind. `Invalid` is the engine's own. */
export type PythonLifts = {
  readonly [K in Exclude<PythonNode["kind"], "Invalid">]?: (
    node: Extract<PythonNode, { kind: K }>,
    context: PythonLiftContext,
  ) => PythonLiftResult<Extract<PythonNode, { kind: K }>>;
};

type GoLifted = go.Expr | go.Stmt | go.Decl;
type GoLiftResult<N> = N extends go.Decl
  ? readonly ir.Declaration[]
  : N extends go.Stmt
    ? ir.Statement | readonly ir.Statement[]
    : ir.Expression;
/** Lifts of Go nodes, by kind. Bad nodes are the engine's own. */
export type GoLifts = {
  readonly [K in Exclude<GoLifted["kind"], "BadExpr" | "BadStmt" | "BadDecl">]?: (
    node: Extract<GoLifted, { kind: K }>,
    context: GoLiftContext,
  ) => GoLiftResult<Extract<GoLifted, { kind: K }>>;
};

/** A refinement claims some nodes of a kind that another construct owns, and gives undefined for all others. At most one applies to a node. */
export type PythonRefinements = {
  readonly [K in keyof PythonLifts]?: (
    ...args: Parameters<NonNullable<PythonLifts[K]>>
  ) => ReturnType<NonNullable<PythonLifts[K]>> | undefined;
};
export type GoRefinements = {
  readonly [K in keyof GoLifts]?: (
    ...args: Parameters<NonNullable<GoLifts[K]>>
  ) => ReturnType<NonNullable<GoLifts[K]>> | undefined;
};

export type LowerToGo = {
  readonly [K in ir.Kind]?: (
    node: ir.NodeOf<K>,
    context: GoLowerContext,
  ) => ir.NodeOf<K> extends ir.Expression
    ? go.Expr
    : ir.NodeOf<K> extends ir.Statement
      ? go.Stmt | readonly go.Stmt[]
      : readonly go.Decl[];
};
export type LowerToPython = {
  readonly [K in ir.Kind]?: (
    node: ir.NodeOf<K>,
    context: PythonLowerContext,
  ) => ir.NodeOf<K> extends ir.Expression ? py.Expression : py.Statement | readonly py.Statement[];
};

export interface Reference {
  readonly title: string;
  readonly url: string;
}

/** A named way in which the two sides can differ. `severity`: see the design page; a note is shown on hover alone. */
export interface CaveatDefinition {
  readonly code: string;
  readonly severity: "mark" | "caveat" | "note";
  /** One sentence that says what differs, when, and what to do. */
  readonly message: string;
}

/**
 * One pair that says the same in both languages: run in both and compared, shown in the documentation. Each side is a whole program, or
 * functions followed by statements; what it prints must be equal. `from` says which sides are also translated and held to the other side's output: both when absent.
 */
export interface Example {
  readonly title: string;
  readonly python: string;
  readonly go: string;
  readonly from?: readonly ("python" | "go")[];
}

/** The idiom as people insert it; `${1:name}` are tab stops. `terms` are the words of the other language by which it is found. */
export interface SnippetDefinition {
  readonly language: "python" | "go";
  readonly prefix: string;
  readonly terms: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

export interface Construct {
  /** The file's name, unique, in kebab-case. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what corresponds to what. */
  readonly summary: string;
  /** Why the languages differ, in a short paragraph of Markdown. */
  readonly explanation: string;
  readonly references: readonly Reference[];
  /** Node kinds owned, with how each is lifted. */
  readonly python?: PythonLifts;
  readonly go?: GoLifts;
  /** Kinds without a lift of their own that belong to this construct, since its lifts read them: `arg`, `keyword`, `CaseClause` … */
  readonly parts?: { readonly python?: readonly string[]; readonly go?: readonly string[] };
  readonly refines?: { readonly python?: PythonRefinements; readonly go?: GoRefinements };
  /** IR kinds owned, with how each is lowered to a target. */
  readonly lower?: { readonly go?: LowerToGo; readonly python?: LowerToPython };
  /** Of an idiom: how it is recognised, by the kind of its first node. An idiom owns no kinds. */
  readonly recognises?: IdiomRecognisers;
  readonly caveats?: readonly CaveatDefinition[];
  readonly snippets?: readonly SnippetDefinition[];
  readonly examples: readonly Example[];
}

/** Declares a construct. It only checks types; the registry collects what the files export. */
export function defineConstruct(construct: Construct): Construct {
  return construct;
}
