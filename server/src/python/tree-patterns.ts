import type { Expression, Invalid, NodeBase } from "./tree.ts";

// Patterns of `match`.

/** A literal (numbers, strings) or a dotted name, compared with `==`. */
export interface MatchValue extends NodeBase {
  readonly kind: "MatchValue";
  readonly value: Expression;
}
/** `None`, `True` or `False`, compared with `is`. */
export interface MatchSingleton extends NodeBase {
  readonly kind: "MatchSingleton";
  readonly value: boolean | null;
}
export interface MatchSequence extends NodeBase {
  readonly kind: "MatchSequence";
  readonly patterns: readonly Pattern[];
}
/** `{key: pattern, **rest}` */
export interface MatchMapping extends NodeBase {
  readonly kind: "MatchMapping";
  readonly items: readonly MatchMappingItem[];
  readonly rest?: string;
}
export interface MatchMappingItem {
  readonly key: Expression;
  readonly pattern: Pattern;
}
export interface MatchClass extends NodeBase {
  readonly kind: "MatchClass";
  readonly cls: Expression;
  readonly patterns: readonly Pattern[];
  readonly keywords: readonly MatchClassKeyword[];
}
export interface MatchClassKeyword {
  readonly attr: string;
  readonly pattern: Pattern;
}
/** `*name`, or `*_` where the name is absent. */
export interface MatchStar extends NodeBase {
  readonly kind: "MatchStar";
  readonly name?: string;
}
/** `pattern as name`; a capture where the pattern is absent; `_` where both are. */
export interface MatchAs extends NodeBase {
  readonly kind: "MatchAs";
  readonly pattern?: Pattern;
  readonly name?: string;
}
export interface MatchOr extends NodeBase {
  readonly kind: "MatchOr";
  readonly patterns: readonly Pattern[];
}
export type Pattern =
  MatchValue | MatchSingleton | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr | Invalid;

// Type parameters of `def f[T]`, `class C[T]` and `type A[T]`.

export interface TypeVar extends NodeBase {
  readonly kind: "TypeVar";
  readonly name: string;
  readonly bound?: Expression;
  readonly defaultValue?: Expression;
}
/** `**P` */
export interface ParamSpec extends NodeBase {
  readonly kind: "ParamSpec";
  readonly name: string;
  readonly defaultValue?: Expression;
}
/** `*Ts` */
export interface TypeVarTuple extends NodeBase {
  readonly kind: "TypeVarTuple";
  readonly name: string;
  readonly defaultValue?: Expression;
}
export type TypeParam = TypeVar | ParamSpec | TypeVarTuple | Invalid;
