import type { Span } from "../base/span.ts";
import type { TypeParam } from "./tree-patterns.ts";
import type {
  Alias,
  Arguments,
  BinaryOperator,
  Clause,
  ExceptHandler,
  Expression,
  Invalid,
  Keyword,
  MatchCase,
  NodeBase,
  WithItem,
} from "./tree.ts";

// Statements. On a compound statement `trailing` stands behind the colon of its header; what stands behind its last line is the last inner statement's.

interface FunctionBase extends NodeBase {
  readonly name: string;
  readonly nameSpan?: Span;
  readonly typeParams: readonly TypeParam[];
  readonly args: Arguments;
  readonly body: readonly Statement[];
  readonly decoratorList: readonly Expression[];
  readonly returns?: Expression;
}
export interface FunctionDef extends FunctionBase {
  readonly kind: "FunctionDef";
}
export interface AsyncFunctionDef extends FunctionBase {
  readonly kind: "AsyncFunctionDef";
}
export interface ClassDef extends NodeBase {
  readonly kind: "ClassDef";
  readonly name: string;
  readonly nameSpan?: Span;
  readonly typeParams: readonly TypeParam[];
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Statement[];
  readonly decoratorList: readonly Expression[];
}
export interface Return extends NodeBase {
  readonly kind: "Return";
  readonly value?: Expression;
}
export interface Delete extends NodeBase {
  readonly kind: "Delete";
  readonly targets: readonly Expression[];
}
/** `a = b = value` has two targets. */
export interface Assign extends NodeBase {
  readonly kind: "Assign";
  readonly targets: readonly Expression[];
  readonly value: Expression;
}
/** `type Name[T] = value` */
export interface TypeAlias extends NodeBase {
  readonly kind: "TypeAlias";
  readonly name: Expression;
  readonly typeParams: readonly TypeParam[];
  readonly value: Expression;
}
export interface AugAssign extends NodeBase {
  readonly kind: "AugAssign";
  readonly target: Expression;
  readonly op: BinaryOperator;
  readonly value: Expression;
}
/** `simple` is false where the target is a name in parentheses, or no name. */
export interface AnnAssign extends NodeBase {
  readonly kind: "AnnAssign";
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value?: Expression;
  readonly simple: boolean;
}
interface ForBase extends NodeBase {
  readonly target: Expression;
  readonly iter: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
  readonly elseClause?: Clause;
}
export interface For extends ForBase {
  readonly kind: "For";
}
export interface AsyncFor extends ForBase {
  readonly kind: "AsyncFor";
}
export interface While extends NodeBase {
  readonly kind: "While";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
  readonly elseClause?: Clause;
}
/** An `elif` is an `If` alone in `orelse` with no `elseClause`; `else:` with one `if` inside has an `elseClause`. */
export interface If extends NodeBase {
  readonly kind: "If";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
  readonly elseClause?: Clause;
}
interface WithBase extends NodeBase {
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
}
export interface With extends WithBase {
  readonly kind: "With";
}
export interface AsyncWith extends WithBase {
  readonly kind: "AsyncWith";
}
export interface Match extends NodeBase {
  readonly kind: "Match";
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}
export interface Raise extends NodeBase {
  readonly kind: "Raise";
  readonly exc?: Expression;
  readonly cause?: Expression;
}
interface TryBase extends NodeBase {
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly elseClause?: Clause;
  readonly finalbody: readonly Statement[];
  readonly finallyClause?: Clause;
}
export interface Try extends TryBase {
  readonly kind: "Try";
}
/** `try` with `except*` handlers. */
export interface TryStar extends TryBase {
  readonly kind: "TryStar";
}
export interface Assert extends NodeBase {
  readonly kind: "Assert";
  readonly test: Expression;
  readonly msg?: Expression;
}
export interface Import extends NodeBase {
  readonly kind: "Import";
  readonly names: readonly Alias[];
}
/** `module` is absent in `from . import x`; `level` counts the dots; `from m import *` has one alias named `*`. */
export interface ImportFrom extends NodeBase {
  readonly kind: "ImportFrom";
  readonly module?: string;
  readonly moduleSpan?: Span;
  readonly names: readonly Alias[];
  readonly level: number;
}
export interface Global extends NodeBase {
  readonly kind: "Global";
  readonly names: readonly string[];
}
export interface Nonlocal extends NodeBase {
  readonly kind: "Nonlocal";
  readonly names: readonly string[];
}
/** An expression as a statement; a docstring is one of these, first in its body. */
export interface Expr extends NodeBase {
  readonly kind: "Expr";
  readonly value: Expression;
}
export interface Pass extends NodeBase {
  readonly kind: "Pass";
}
export interface Break extends NodeBase {
  readonly kind: "Break";
}
export interface Continue extends NodeBase {
  readonly kind: "Continue";
}

export type Statement =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | Expr
  | Pass
  | Break
  | Continue
  | Invalid;
