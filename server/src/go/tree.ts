import type { Decorated, SyntaxNodeBase } from "../base/syntax-node.ts";

/**
 * The Go syntax tree: the nodes and field names of `go/ast`, for source and for target alike.
 *
 * Differences from `go/ast`, all of them for typed access: clauses stand directly in `SwitchStmt.clauses` and the like and not in a block;
 * comments hang on the nodes they belong to; `BadExpr`, `BadStmt` and `BadDecl` keep the text that could not be read; top-level statements
 * of a fragment are a `TopLevelStatements`. Types and expressions share their kinds, as the grammar alone cannot tell them apart.
 */
export type GoNode = File | PackageClause | Decl | Spec | FieldList | Field | Expr | Stmt | CaseClause | CommClause;

/** The discriminator of a node. */
export type GoKind = GoNode["kind"];

/** The node that has the given kind. */
export type NodeOf<Kind extends GoKind> = Extract<GoNode, { readonly kind: Kind }>;

/** What every node has. Comments may hang on any node; on expressions they are rare and mostly stand in lists. */
export interface NodeBase extends SyntaxNodeBase, Decorated {}

/** One file. Spans inside a declaration are relative to that declaration's unit, so they are not comparable across declarations. */
export interface File extends NodeBase {
  readonly kind: "File";
  /** Absent in a fragment. Comments above it, directives among them, are its leading comments. */
  readonly package?: PackageClause | undefined;
  readonly decls: readonly Decl[];
}

/** `package name`. */
export interface PackageClause extends NodeBase {
  readonly kind: "PackageClause";
  readonly name: Ident;
}

// Declarations

export type Decl = BadDecl | GenDecl | FuncDecl | TopLevelStatements;

/** Top-level text that is no declaration. */
export interface BadDecl extends NodeBase {
  readonly kind: "BadDecl";
  readonly text: string;
}

/** `import`, `const`, `type` or `var`, with one spec or a parenthesised group. */
export interface GenDecl extends NodeBase {
  readonly kind: "GenDecl";
  readonly tok: "import" | "const" | "type" | "var";
  readonly parenthesized: boolean;
  readonly specs: readonly Spec[];
}

/** A function, or a method when `recv` is there. Without a body it is implemented elsewhere. */
export interface FuncDecl extends NodeBase {
  readonly kind: "FuncDecl";
  readonly recv?: FieldList | undefined;
  readonly name: Ident;
  readonly type: FuncType;
  readonly body?: BlockStmt | undefined;
}

/** Statements outside of any function: only in fragments. */
export interface TopLevelStatements extends NodeBase {
  readonly kind: "TopLevelStatements";
  readonly list: readonly Stmt[];
}

export type Spec = ImportSpec | ValueSpec | TypeSpec;

/** One import. `name` may be `.` or `_`. */
export interface ImportSpec extends NodeBase {
  readonly kind: "ImportSpec";
  readonly name?: Ident | undefined;
  readonly path: BasicLit;
}

/** One line of a `const` or `var` declaration. A constant without values repeats those of the last spec that has some. */
export interface ValueSpec extends NodeBase {
  readonly kind: "ValueSpec";
  readonly names: readonly Ident[];
  readonly type?: Expr | undefined;
  readonly values: readonly Expr[];
}

/** A type definition, or an alias when `assign` is true. */
export interface TypeSpec extends NodeBase {
  readonly kind: "TypeSpec";
  readonly name: Ident;
  readonly typeParams?: FieldList | undefined;
  readonly assign: boolean;
  readonly type: Expr;
}

/** Parameters, results, a receiver, type parameters, the fields of a struct or the elements of an interface. */
export interface FieldList extends NodeBase {
  readonly kind: "FieldList";
  readonly list: readonly Field[];
  /** Whether each field stands on a line of its own. Absent: as the printer thinks best. */
  readonly multiline?: boolean | undefined;
}

/**
 * One field, parameter, method or embedded element. No names: an embedded field, an unnamed parameter, or an element of a constraint.
 * A method of an interface has one name and a `FuncType`. A variadic parameter has an `Ellipsis` as its type.
 */
export interface Field extends NodeBase {
  readonly kind: "Field";
  readonly names: readonly Ident[];
  readonly type: Expr;
  readonly tag?: BasicLit | undefined;
}

// Expressions and types

export type Expr =
  | BadExpr
  | Ident
  | Ellipsis
  | BasicLit
  | FuncLit
  | CompositeLit
  | ParenExpr
  | SelectorExpr
  | IndexExpr
  | IndexListExpr
  | SliceExpr
  | TypeAssertExpr
  | CallExpr
  | StarExpr
  | UnaryExpr
  | BinaryExpr
  | KeyValueExpr
  | ArrayType
  | StructType
  | FuncType
  | InterfaceType
  | MapType
  | ChanType;

/** Text that is no expression, or nothing at all where one is missing. */
export interface BadExpr extends NodeBase {
  readonly kind: "BadExpr";
  readonly text: string;
}

/** A name; `nil`, `true`, `false`, `iota` and `_` too. */
export interface Ident extends NodeBase {
  readonly kind: "Ident";
  readonly name: string;
  /** In a target tree, on a name that stands for an imported package: the import path. Imports are collected from it. */
  readonly packagePath?: string | undefined;
}

/** `...T` as a parameter's type; without `elt` the length of `[...]T`. */
export interface Ellipsis extends NodeBase {
  readonly kind: "Ellipsis";
  readonly elt?: Expr | undefined;
}

export type BasicLit = IntLit | FloatLit | ImagLit | CharLit | StringLit;

interface LiteralBase extends NodeBase {
  readonly kind: "BasicLit";
  /** The literal as it is written. */
  readonly raw: string;
}

export interface IntLit extends LiteralBase {
  readonly token: "INT";
  readonly value: bigint;
}

export interface FloatLit extends LiteralBase {
  readonly token: "FLOAT";
  /** The nearest double; the exact value is `exactFloat(raw)`. */
  readonly value: number;
}

export interface ImagLit extends LiteralBase {
  readonly token: "IMAG";
  /** The imaginary part as the nearest double. */
  readonly value: number;
}

export interface CharLit extends LiteralBase {
  readonly token: "CHAR";
  /** The code point. */
  readonly value: number;
}

export interface StringLit extends LiteralBase {
  readonly token: "STRING";
  /** The text, or the bytes when they are no valid UTF-8 (`"\xff"`). */
  readonly value: string | Uint8Array;
}

export interface FuncLit extends NodeBase {
  readonly kind: "FuncLit";
  readonly type: FuncType;
  readonly body: BlockStmt;
}

/** `T{…}`; without `type` an element of another literal whose type is elided. */
export interface CompositeLit extends NodeBase {
  readonly kind: "CompositeLit";
  readonly type?: Expr | undefined;
  readonly elts: readonly Expr[];
  /** Whether each element stands on a line of its own. Absent: as the printer thinks best. */
  readonly multiline?: boolean | undefined;
}

export interface ParenExpr extends NodeBase {
  readonly kind: "ParenExpr";
  readonly x: Expr;
}

/** `x.sel`: a field, a method, or a name of a package. */
export interface SelectorExpr extends NodeBase {
  readonly kind: "SelectorExpr";
  readonly x: Expr;
  readonly sel: Ident;
}

/** `x[index]`: an element, or an instantiation with one type argument. */
export interface IndexExpr extends NodeBase {
  readonly kind: "IndexExpr";
  readonly x: Expr;
  readonly index: Expr;
}

/** An instantiation with two type arguments or more. */
export interface IndexListExpr extends NodeBase {
  readonly kind: "IndexListExpr";
  readonly x: Expr;
  readonly indices: readonly Expr[];
}

/** `x[low:high]`, or `x[low:high:max]` when `max` is there. */
export interface SliceExpr extends NodeBase {
  readonly kind: "SliceExpr";
  readonly x: Expr;
  readonly low?: Expr | undefined;
  readonly high?: Expr | undefined;
  readonly max?: Expr | undefined;
}

/** `x.(type)`; without `type` it is the `x.(type)` of a type switch. */
export interface TypeAssertExpr extends NodeBase {
  readonly kind: "TypeAssertExpr";
  readonly x: Expr;
  readonly type?: Expr | undefined;
}

/** A call or a conversion; only types tell which. */
export interface CallExpr extends NodeBase {
  readonly kind: "CallExpr";
  readonly fun: Expr;
  readonly args: readonly Expr[];
  /** Whether the last argument is followed by `...`. */
  readonly ellipsis: boolean;
  /** Whether each argument stands on a line of its own. Absent: as the printer thinks best. */
  readonly multiline?: boolean | undefined;
}

/** `*x`: a dereference or a pointer type. */
export interface StarExpr extends NodeBase {
  readonly kind: "StarExpr";
  readonly x: Expr;
}

/** `~` stands in constraints only. */
export type UnaryOperator = "+" | "-" | "!" | "^" | "&" | "<-" | "~";

export interface UnaryExpr extends NodeBase {
  readonly kind: "UnaryExpr";
  readonly op: UnaryOperator;
  readonly x: Expr;
}

export type ArithmeticOperator = "+" | "-" | "*" | "/" | "%" | "&" | "|" | "^" | "<<" | ">>" | "&^";
export type ComparisonOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | "&&" | "||";

/** Also the union `|` of a constraint. */
export interface BinaryExpr extends NodeBase {
  readonly kind: "BinaryExpr";
  readonly x: Expr;
  readonly op: BinaryOperator;
  readonly y: Expr;
}

/** An element of a composite literal; the key is a field name, an index or a map key. */
export interface KeyValueExpr extends NodeBase {
  readonly kind: "KeyValueExpr";
  readonly key: Expr;
  readonly value: Expr;
}

/** A slice type without `len`, else an array type; `[...]T` has an `Ellipsis` as its length. */
export interface ArrayType extends NodeBase {
  readonly kind: "ArrayType";
  readonly len?: Expr | undefined;
  readonly elt: Expr;
}

export interface StructType extends NodeBase {
  readonly kind: "StructType";
  readonly fields: FieldList;
}

export interface FuncType extends NodeBase {
  readonly kind: "FuncType";
  readonly typeParams?: FieldList | undefined;
  readonly params: FieldList;
  readonly results?: FieldList | undefined;
}

/** Methods, embedded interfaces and unions of a constraint, in order. */
export interface InterfaceType extends NodeBase {
  readonly kind: "InterfaceType";
  readonly methods: FieldList;
}

export interface MapType extends NodeBase {
  readonly kind: "MapType";
  readonly key: Expr;
  readonly value: Expr;
}

export interface ChanType extends NodeBase {
  readonly kind: "ChanType";
  readonly dir: "both" | "send" | "receive";
  readonly value: Expr;
}

// Statements

export type Stmt =
  | BadStmt
  | DeclStmt
  | EmptyStmt
  | LabeledStmt
  | ExprStmt
  | SendStmt
  | IncDecStmt
  | AssignStmt
  | GoStmt
  | DeferStmt
  | ReturnStmt
  | BranchStmt
  | BlockStmt
  | IfStmt
  | SwitchStmt
  | TypeSwitchStmt
  | SelectStmt
  | ForStmt
  | RangeStmt;

/** Text that is no statement. */
export interface BadStmt extends NodeBase {
  readonly kind: "BadStmt";
  readonly text: string;
}

/** A declaration inside a function. */
export interface DeclStmt extends NodeBase {
  readonly kind: "DeclStmt";
  readonly decl: GenDecl;
}

/** A lone `;`, or nothing behind a label at the end of a block. */
export interface EmptyStmt extends NodeBase {
  readonly kind: "EmptyStmt";
  readonly implicit: boolean;
}

export interface LabeledStmt extends NodeBase {
  readonly kind: "LabeledStmt";
  readonly label: Ident;
  readonly stmt: Stmt;
}

export interface ExprStmt extends NodeBase {
  readonly kind: "ExprStmt";
  readonly x: Expr;
}

export interface SendStmt extends NodeBase {
  readonly kind: "SendStmt";
  readonly chan: Expr;
  readonly value: Expr;
}

export interface IncDecStmt extends NodeBase {
  readonly kind: "IncDecStmt";
  readonly x: Expr;
  readonly tok: "++" | "--";
}

export type AssignOperator = "=" | ":=" | `${ArithmeticOperator}=`;

export interface AssignStmt extends NodeBase {
  readonly kind: "AssignStmt";
  readonly lhs: readonly Expr[];
  readonly tok: AssignOperator;
  readonly rhs: readonly Expr[];
}

export interface GoStmt extends NodeBase {
  readonly kind: "GoStmt";
  readonly call: Expr;
}

export interface DeferStmt extends NodeBase {
  readonly kind: "DeferStmt";
  readonly call: Expr;
}

export interface ReturnStmt extends NodeBase {
  readonly kind: "ReturnStmt";
  readonly results: readonly Expr[];
}

export interface BranchStmt extends NodeBase {
  readonly kind: "BranchStmt";
  readonly tok: "break" | "continue" | "goto" | "fallthrough";
  readonly label?: Ident | undefined;
}

/** Comments before the closing brace are its `inner` comments. */
export interface BlockStmt extends NodeBase {
  readonly kind: "BlockStmt";
  readonly list: readonly Stmt[];
  /** Whether the statements stand on lines of their own. Absent: as the printer thinks best. */
  readonly multiline?: boolean | undefined;
}

export interface IfStmt extends NodeBase {
  readonly kind: "IfStmt";
  readonly init?: Stmt | undefined;
  readonly cond: Expr;
  readonly body: BlockStmt;
  readonly else?: BlockStmt | IfStmt | undefined;
}

/** One `case` of a switch or type switch; the default clause when `list` is absent. */
export interface CaseClause extends NodeBase {
  readonly kind: "CaseClause";
  readonly list?: readonly Expr[] | undefined;
  readonly body: readonly Stmt[];
}

export interface SwitchStmt extends NodeBase {
  readonly kind: "SwitchStmt";
  readonly init?: Stmt | undefined;
  readonly tag?: Expr | undefined;
  readonly clauses: readonly CaseClause[];
}

/** `assign` is `x := y.(type)` (an AssignStmt) or `y.(type)` (an ExprStmt). */
export interface TypeSwitchStmt extends NodeBase {
  readonly kind: "TypeSwitchStmt";
  readonly init?: Stmt | undefined;
  readonly assign: AssignStmt | ExprStmt;
  readonly clauses: readonly CaseClause[];
}

/** One `case` of a select, whose `comm` sends or receives; the default clause when `comm` is absent. */
export interface CommClause extends NodeBase {
  readonly kind: "CommClause";
  readonly comm?: SendStmt | ExprStmt | AssignStmt | BadStmt | undefined;
  readonly body: readonly Stmt[];
}

export interface SelectStmt extends NodeBase {
  readonly kind: "SelectStmt";
  readonly clauses: readonly CommClause[];
}

export interface ForStmt extends NodeBase {
  readonly kind: "ForStmt";
  readonly init?: Stmt | undefined;
  readonly cond?: Expr | undefined;
  readonly post?: Stmt | undefined;
  readonly body: BlockStmt;
}

/** `for key, value := range x`; `tok` is absent when there is no key. */
export interface RangeStmt extends NodeBase {
  readonly kind: "RangeStmt";
  readonly key?: Expr | undefined;
  readonly value?: Expr | undefined;
  readonly tok?: "=" | ":=" | undefined;
  readonly x: Expr;
  readonly body: BlockStmt;
}
