import type { Origin } from "../base/origin.ts";
import { emptySpan } from "../base/span.ts";
import type {
  AssignOperator,
  AssignStmt,
  BlockStmt,
  BranchStmt,
  CaseClause,
  CommClause,
  Decl,
  DeclStmt,
  DeferStmt,
  Expr,
  ExprStmt,
  Field,
  File,
  ForStmt,
  FuncDecl,
  FuncType,
  GenDecl,
  GoStmt,
  Ident,
  IfStmt,
  IncDecStmt,
  LabeledStmt,
  RangeStmt,
  ReturnStmt,
  SelectStmt,
  SendStmt,
  Spec,
  Stmt,
  SwitchStmt,
  TypeSpec,
  TypeSwitchStmt,
  ValueSpec,
} from "./tree.ts";

const span = emptySpan;

function ident(name: string): Ident {
  return { kind: "Ident", span, name };
}

function assign(lhs: readonly Expr[], rhs: readonly Expr[], tok: AssignOperator = "=", origin?: Origin): AssignStmt {
  return { kind: "AssignStmt", span, origin, lhs, tok, rhs };
}

function valueSpec(
  names: readonly string[],
  type: Expr | undefined,
  values: readonly Expr[] = [],
  origin?: Origin,
): ValueSpec {
  return { kind: "ValueSpec", span, origin, names: names.map(ident), type, values };
}

/** A declaration; parenthesised unless it has exactly one spec. */
function genDecl(tok: GenDecl["tok"], specs: readonly Spec[], origin?: Origin): GenDecl {
  return { kind: "GenDecl", span, origin, tok, parenthesized: specs.length !== 1, specs };
}

function typeSpec(name: string, type: Expr, typeParams: readonly Field[] = [], origin?: Origin): TypeSpec {
  const params = typeParams.length > 0 ? ({ kind: "FieldList", span, list: typeParams } as const) : undefined;
  return { kind: "TypeSpec", span, origin, name: ident(name), typeParams: params, assign: false, type };
}

function func(name: string, type: FuncType, body: BlockStmt, origin?: Origin): FuncDecl {
  return { kind: "FuncDecl", span, origin, name: ident(name), type, body };
}

/** Builders of statements, declarations and files. */
export const statements = {
  block: (list: readonly Stmt[], origin?: Origin): BlockStmt => ({ kind: "BlockStmt", span, origin, list }),
  exprStmt: (x: Expr, origin?: Origin): ExprStmt => ({ kind: "ExprStmt", span, origin, x }),
  assign,
  /** `lhs := rhs` */
  define: (lhs: readonly Expr[], rhs: readonly Expr[], origin?: Origin): AssignStmt => assign(lhs, rhs, ":=", origin),
  incDec: (x: Expr, tok: IncDecStmt["tok"], origin?: Origin): IncDecStmt => ({
    kind: "IncDecStmt",
    span,
    origin,
    x,
    tok,
  }),
  send: (chan: Expr, value: Expr, origin?: Origin): SendStmt => ({ kind: "SendStmt", span, origin, chan, value }),
  go: (call: Expr, origin?: Origin): GoStmt => ({ kind: "GoStmt", span, origin, call }),
  defer: (call: Expr, origin?: Origin): DeferStmt => ({ kind: "DeferStmt", span, origin, call }),
  return: (results: readonly Expr[] = [], origin?: Origin): ReturnStmt => ({
    kind: "ReturnStmt",
    span,
    origin,
    results,
  }),
  branch: (tok: BranchStmt["tok"], label?: string, origin?: Origin): BranchStmt => {
    return { kind: "BranchStmt", span, origin, tok, label: label === undefined ? undefined : ident(label) };
  },
  labeled: (label: string, stmt: Stmt, origin?: Origin): LabeledStmt => ({
    kind: "LabeledStmt",
    span,
    origin,
    label: ident(label),
    stmt,
  }),
  if: (cond: Expr, body: BlockStmt, orElse?: BlockStmt | IfStmt, origin?: Origin, init?: Stmt): IfStmt => {
    return { kind: "IfStmt", span, origin, init, cond, body, else: orElse };
  },
  /** `for init; cond; post { body }`; all but the body may be left out. */
  for: (header: Pick<ForStmt, "init" | "cond" | "post">, body: BlockStmt, origin?: Origin): ForStmt => {
    return { kind: "ForStmt", span, origin, ...header, body };
  },
  /** `for key, value := range x`; without key and value `for range x`. */
  range: (
    key: Expr | undefined,
    value: Expr | undefined,
    x: Expr,
    body: BlockStmt,
    origin?: Origin,
    tok: "=" | ":=" = ":=",
  ): RangeStmt => {
    return { kind: "RangeStmt", span, origin, key, value, tok: (key ?? value) ? tok : undefined, x, body };
  },
  switch: (tag: Expr | undefined, clauses: readonly CaseClause[], origin?: Origin, init?: Stmt): SwitchStmt => {
    return { kind: "SwitchStmt", span, origin, init, tag, clauses };
  },
  /** `switch name := x.(type)`; without a name `switch x.(type)`. */
  typeSwitch: (
    name: string | undefined,
    x: Expr,
    clauses: readonly CaseClause[],
    origin?: Origin,
    init?: Stmt,
  ): TypeSwitchStmt => {
    const guard: Expr = { kind: "TypeAssertExpr", span, x };
    const subject: AssignStmt | ExprStmt =
      name === undefined ? { kind: "ExprStmt", span, x: guard } : assign([ident(name)], [guard], ":=");
    return { kind: "TypeSwitchStmt", span, origin, init, assign: subject, clauses };
  },
  /** The default clause when the list is undefined. */
  case: (list: readonly Expr[] | undefined, body: readonly Stmt[], origin?: Origin): CaseClause => ({
    kind: "CaseClause",
    span,
    origin,
    list,
    body,
  }),
  select: (clauses: readonly CommClause[], origin?: Origin): SelectStmt => ({
    kind: "SelectStmt",
    span,
    origin,
    clauses,
  }),
  /** The default clause when the communication is undefined. */
  comm: (comm: CommClause["comm"], body: readonly Stmt[], origin?: Origin): CommClause => ({
    kind: "CommClause",
    span,
    origin,
    comm,
    body,
  }),
  declStmt: (decl: GenDecl, origin?: Origin): DeclStmt => ({ kind: "DeclStmt", span, origin, decl }),
  valueSpec,
  typeSpec,
  genDecl,
  /** `var name type = value` as a statement. */
  varStmt: (
    names: readonly string[],
    type: Expr | undefined,
    values: readonly Expr[] = [],
    origin?: Origin,
  ): DeclStmt => {
    return { kind: "DeclStmt", span, origin, decl: genDecl("var", [valueSpec(names, type, values)]) };
  },
  func,
  method: (receiver: Field, name: string, type: FuncType, body: BlockStmt, origin?: Origin): FuncDecl => {
    return { ...func(name, type, body, origin), recv: { kind: "FieldList", span, list: [receiver] } };
  },
  /** A file; its imports are collected by `withImports`. */
  file: (packageName: string, decls: readonly Decl[]): File => {
    return { kind: "File", span, package: { kind: "PackageClause", span, name: ident(packageName) }, decls };
  },
};
