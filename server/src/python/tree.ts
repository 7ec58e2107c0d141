import type { Comment, Decorated, SyntaxNodeBase } from "../base/syntax-node.ts";
import type { Span } from "../base/span.ts";
import type { Pattern, TypeParam } from "./tree-patterns.ts";
import type { Statement } from "./tree-statements.ts";

export type * from "./tree-patterns.ts";
export type * from "./tree-statements.ts";

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

// Expressions.

export type BoolOperator = "And" | "Or";
export type BinaryOperator =
  | "Add"
  | "Sub"
  | "Mult"
  | "MatMult"
  | "Div"
  | "Mod"
  | "Pow"
  | "LShift"
  | "RShift"
  | "BitOr"
  | "BitXor"
  | "BitAnd"
  | "FloorDiv";
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
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetExpression
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | JoinedStr
  | FormattedValue
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice
  | Invalid;

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
