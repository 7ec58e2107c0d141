import type { Comment, Decorated, SyntaxNodeBase } from "../base/syntax-node.ts";
import type { Span } from "../base/span.ts";

/*
 * The Python syntax tree, source and target alike. Kinds and fields have the names of Python's `ast` module, with these differences:
 * field names are camelCase; parallel lists are one list of pairs (`Dict.items`, `Compare.comparisons`, `Arg.default`,
 * `MatchMapping.items`, `MatchClass.keywords`); there is no `ctx`, since the position says it; an empty optional is absent or undefined.
 * As in `ast`, parentheses leave no node, `elif` is an `If` alone in `orelse`, implicit concatenation is one constant or one `JoinedStr`,
 * and `f"{x=}"` is read as its expansion.
 */

/** What every Python node has. On expressions the comments are those inside brackets, around an element; on statements see `Decorated`. */
export interface NodeBase extends SyntaxNodeBase, Decorated {}

/** The comments of a clause that is no node of its own: `else:` and `finally:`. `trailing` stands behind the colon, `inner` at the end of the body. */
export interface Clause extends Decorated {
  readonly span: Span;
}

/** A whole file, or several statements shown together. `inner` holds the comments behind the last statement. */
export interface Module extends NodeBase {
  readonly kind: "Module";
  readonly body: readonly Statement[];
}

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

/** Why a stretch of source could not be read. */
export type InvalidReason =
  /** The parser found an error here, or something is missing. */
  | "syntax"
  /** Valid in Python 2 only. */
  | "python2"
  /** Nested deeper than the reader follows. */
  | "depth"
  /** What may be valid but is not followed: `\N{…}`, surrogate pairs written as two escapes, and text that takes the parser too long. */
  | "unsupported";

/** Source that could not be read, as a statement, an expression or a pattern; `text` is the source itself. */
export interface Invalid extends NodeBase {
  readonly kind: "Invalid";
  readonly text: string;
  readonly reason: InvalidReason;
}

export type Statement =
  | FunctionDef | AsyncFunctionDef | ClassDef | Return | Delete | Assign | TypeAlias | AugAssign | AnnAssign
  | For | AsyncFor | While | If | With | AsyncWith | Match | Raise | Try | TryStar | Assert
  | Import | ImportFrom | Global | Nonlocal | Expr | Pass | Break | Continue | Invalid;

// Expressions.

export type BoolOperator = "And" | "Or";
export type BinaryOperator =
  | "Add" | "Sub" | "Mult" | "MatMult" | "Div" | "Mod" | "Pow" | "LShift" | "RShift" | "BitOr" | "BitXor" | "BitAnd" | "FloorDiv";
export type UnaryOperator = "Invert" | "Not" | "UAdd" | "USub";
export type CompareOperator = "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE" | "Is" | "IsNot" | "In" | "NotIn";

/** `a and b and c` is one node with three values. */
export interface BoolOp extends NodeBase {
  readonly kind: "BoolOp";
  readonly op: BoolOperator;
  readonly values: readonly Expression[];
}
export interface NamedExpr extends NodeBase {
  readonly kind: "NamedExpr";
  readonly target: Name;
  readonly value: Expression;
}
export interface BinOp extends NodeBase {
  readonly kind: "BinOp";
  readonly left: Expression;
  readonly op: BinaryOperator;
  readonly right: Expression;
}
export interface UnaryOp extends NodeBase {
  readonly kind: "UnaryOp";
  readonly op: UnaryOperator;
  readonly operand: Expression;
}
export interface Lambda extends NodeBase {
  readonly kind: "Lambda";
  readonly args: Arguments;
  readonly body: Expression;
}
export interface IfExp extends NodeBase {
  readonly kind: "IfExp";
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}
export interface Dict extends NodeBase {
  readonly kind: "Dict";
  readonly items: readonly DictItem[];
}
/** `key: value`, or `**value` where the key is absent. */
export interface DictItem extends NodeBase {
  readonly kind: "DictItem";
  readonly key?: Expression;
  readonly value: Expression;
}
export interface SetExpression extends NodeBase {
  readonly kind: "Set";
  readonly elts: readonly Expression[];
}
export interface ListComp extends NodeBase {
  readonly kind: "ListComp";
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}
export interface SetComp extends NodeBase {
  readonly kind: "SetComp";
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}
export interface DictComp extends NodeBase {
  readonly kind: "DictComp";
  readonly key: Expression;
  readonly value: Expression;
  readonly generators: readonly Comprehension[];
}
export interface GeneratorExp extends NodeBase {
  readonly kind: "GeneratorExp";
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}
export interface Await extends NodeBase {
  readonly kind: "Await";
  readonly value: Expression;
}
export interface Yield extends NodeBase {
  readonly kind: "Yield";
  readonly value?: Expression;
}
export interface YieldFrom extends NodeBase {
  readonly kind: "YieldFrom";
  readonly value: Expression;
}
/** `left op1 right1 op2 right2 …`; each operand is evaluated at most once. */
export interface Compare extends NodeBase {
  readonly kind: "Compare";
  readonly left: Expression;
  readonly comparisons: readonly Comparison[];
}
export interface Comparison {
  readonly op: CompareOperator;
  readonly right: Expression;
}
/** Positional arguments (`Starred` for `*x`) and keyword arguments; evaluation order is that of the two lists one after the other. */
export interface Call extends NodeBase {
  readonly kind: "Call";
  readonly func: Expression;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}
/** An f-string: constant `str` parts and replacement fields. */
export interface JoinedStr extends NodeBase {
  readonly kind: "JoinedStr";
  readonly values: readonly (Constant | FormattedValue | Invalid)[];
  /** A wish of the source: in triple quotes. */
  readonly triple?: boolean;
}
export interface FormattedValue extends NodeBase {
  readonly kind: "FormattedValue";
  readonly value: Expression;
  readonly conversion?: "s" | "r" | "a";
  readonly formatSpec?: JoinedStr;
}
export interface Constant extends NodeBase {
  readonly kind: "Constant";
  readonly value: ConstantValue;
}
/**
 * The value of a literal. `str` holds UTF-16 like every text here; `bytes` one code unit (0 to 255) for each byte. `literal`, `triple` and `raw`
 * are wishes of the source about spelling which the printer follows where it can: the number as written, in triple quotes, as a raw string.
 */
export type ConstantValue =
  | { readonly type: "int"; readonly value: bigint; readonly literal?: string }
  | { readonly type: "float"; readonly value: number; readonly literal?: string }
  | { readonly type: "complex"; readonly imaginary: number }
  | { readonly type: "str"; readonly value: string; readonly triple?: boolean; readonly raw?: boolean }
  | { readonly type: "bytes"; readonly value: string; readonly triple?: boolean; readonly raw?: boolean }
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "None" }
  | { readonly type: "Ellipsis" };
export interface Attribute extends NodeBase {
  readonly kind: "Attribute";
  readonly value: Expression;
  readonly attr: string;
  readonly attrSpan?: Span;
}
/** `value[slice]`; several indices are a `Tuple`. */
export interface Subscript extends NodeBase {
  readonly kind: "Subscript";
  readonly value: Expression;
  readonly slice: Expression;
}
export interface Starred extends NodeBase {
  readonly kind: "Starred";
  readonly value: Expression;
}
export interface Name extends NodeBase {
  readonly kind: "Name";
  readonly id: string;
}
export interface List extends NodeBase {
  readonly kind: "List";
  readonly elts: readonly Expression[];
}
export interface Tuple extends NodeBase {
  readonly kind: "Tuple";
  readonly elts: readonly Expression[];
}
/** `lower:upper:step`, only as the slice of a `Subscript` or in a tuple there. */
export interface Slice extends NodeBase {
  readonly kind: "Slice";
  readonly lower?: Expression;
  readonly upper?: Expression;
  readonly step?: Expression;
}

export type Expression =
  | BoolOp | NamedExpr | BinOp | UnaryOp | Lambda | IfExp | Dict | SetExpression | ListComp | SetComp | DictComp | GeneratorExp
  | Await | Yield | YieldFrom | Compare | Call | JoinedStr | FormattedValue | Constant | Attribute | Subscript | Starred
  | Name | List | Tuple | Slice | Invalid;

// Parts.

/** `for target in iter if …`, one loop of a comprehension. */
export interface Comprehension extends NodeBase {
  readonly kind: "comprehension";
  readonly target: Expression;
  readonly iter: Expression;
  readonly ifs: readonly Expression[];
  readonly isAsync: boolean;
}
/** `except type as name:`; `trailing` stands behind the colon. */
export interface ExceptHandler extends NodeBase {
  readonly kind: "ExceptHandler";
  readonly type?: Expression;
  readonly name?: string;
  readonly nameSpan?: Span;
  readonly body: readonly Statement[];
}
/** Parameters of a function or lambda: before `/`, ordinary, `*vararg`, after `*`, `**kwarg`. */
export interface Arguments extends NodeBase {
  readonly kind: "arguments";
  readonly posonlyargs: readonly Arg[];
  readonly args: readonly Arg[];
  readonly vararg?: Arg;
  readonly kwonlyargs: readonly Arg[];
  readonly kwarg?: Arg;
}
export interface Arg extends NodeBase {
  readonly kind: "arg";
  readonly arg: string;
  readonly nameSpan?: Span;
  readonly annotation?: Expression;
  readonly default?: Expression;
}
/** `arg=value`, or `**value` where `arg` is absent. */
export interface Keyword extends NodeBase {
  readonly kind: "keyword";
  readonly arg?: string;
  readonly argSpan?: Span;
  readonly value: Expression;
}
/** `name as asname`; `name` may be dotted. */
export interface Alias extends NodeBase {
  readonly kind: "alias";
  readonly name: string;
  readonly nameSpan?: Span;
  readonly asname?: string;
  readonly asnameSpan?: Span;
}
export interface WithItem extends NodeBase {
  readonly kind: "withitem";
  readonly contextExpr: Expression;
  readonly optionalVars?: Expression;
}
export interface MatchCase extends NodeBase {
  readonly kind: "match_case";
  readonly pattern: Pattern;
  readonly guard?: Expression;
  readonly body: readonly Statement[];
}

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
  | MatchValue | MatchSingleton | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr | Invalid;

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

/** Parts that are neither statement, expression, pattern nor type parameter. */
export type Part = DictItem | Comprehension | ExceptHandler | Arguments | Arg | Keyword | Alias | WithItem | MatchCase;

/** Any node of a Python tree. */
export type PythonNode = Module | Statement | Expression | Part | Pattern | TypeParam;
export type PythonKind = PythonNode["kind"];

/** The node type of a kind. */
export type PythonNodeOf<Kind extends PythonKind> = Extract<PythonNode, { readonly kind: Kind }>;

/**
 * A unit as the syntax layer cuts it: one top-level declaration or compound statement, a run of simple statements without a blank line
 * between, or comments alone. All spans in `body` and `inner` are relative to `start`, so both depend on `text` alone and are shared between
 * readings of the same text.
 */
export interface PythonUnit {
  /** Unique in the module and mostly stable under edits elsewhere, such as `def:parse`, `import` or `top:limit#2`. */
  readonly key: string;
  /** Offset of the unit in the file, UTF-16. Leading comments belong to the unit. */
  readonly start: number;
  readonly text: string;
  readonly body: readonly Statement[];
  /** Comments behind the last statement. */
  readonly inner: readonly Comment[];
  /** Whether a blank line stands above the unit; its first statement does not say so. */
  readonly blankBefore: boolean;
}

/** A file as its units, in order. */
export interface PythonModule {
  readonly units: readonly PythonUnit[];
}
