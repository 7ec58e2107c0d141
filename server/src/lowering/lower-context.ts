import type { Origin } from "../base/origin.ts";
import type * as go from "../go/tree.ts";
import type * as ir from "../ir/node.ts";
import type * as py from "../python/tree.ts";
import type { Binding } from "../types/binding.ts";
import type { Type, TypeSymbol } from "../types/type.ts";
import type { ProgramFacts } from "./facts.ts";
import type { ProgramNames } from "./program-names.ts";
import type { Report } from "./lift-context.ts";
import type { Raised } from "./raises.ts";
import type { StubRequest } from "./stub.ts";

/**
 * What lowerings to both languages share. An expression lowers to an expression *and statements before it*: a lowering may `emit` statements,
 * and the engine puts them in front of the statement that is being lowered, in order of evaluation. Operands of one node must be lowered with
 * one call of `expressions`, which moves earlier operands into temporaries when a later one needs statements before it.
 */
export interface LowerContext<Expression, Statement> {
  readonly facts: ProgramFacts;
  readonly names: ProgramNames;
  expression(node: ir.Expression): Expression;
  expressions(nodes: readonly ir.Expression[]): readonly Expression[];
  /** A body: every statement with its comments and what it needs before it. */
  statements(nodes: readonly ir.Statement[]): readonly Statement[];
  /** Puts statements before the statement that is being lowered. */
  emit(...statements: readonly Statement[]): void;
  /** Runs `work` and hands out what it emitted instead of putting it before the statement: for what is evaluated later or not always. */
  capture<Result>(work: () => Result): { readonly value: Result; readonly emitted: readonly Statement[] };
  /** Emits a definition of a new variable with this value and gives a reference to it. `hint` is a wish for its name. */
  temporary(hint: string, value: Expression): Expression;
  /** A name that nothing in the function uses. */
  fresh(hint: string): string;
  /** The name that the target language uses for the binding. */
  name(binding: Binding): string;
  /** The name that the target language uses for a member of a class. Without a symbol: by the conventions alone. */
  member(name: string, type: Type | undefined, flavour: "field" | "method"): string;
  /** A reference to a runtime helper, which thereby becomes part of the result. */
  helper(name: string): Expression;
  /** Whether names that nothing declares are to be declared, so that the translation stands alone. */
  readonly declaresStubs: boolean;
  /** A reference to the declaration that stands for such a name. */
  stub(request: StubRequest): Expression;
  report(node: ir.Node, report: Report): void;
  /** Whether the variable was declared before the statement that gives it a value, so that several rounds of a loop may share it. */
  isShared(binding: Binding): boolean;
  /** The source text that the node stands for. */
  source(node: ir.Node): string;
  /** The function being lowered, innermost; undefined in statements of a module. */
  readonly enclosing: EnclosingFunction | undefined;
}

export interface EnclosingFunction {
  readonly result: Type;
  /** Whether it gives an error besides (Go). */
  readonly fails: boolean;
  readonly isGenerator: boolean;
  /** The element type of a generator that gives an error with each value (Go). */
  readonly yieldsErrors?: Type | undefined;
  /** A function literal inside of a generator: what its `yield`s set where no more values are wanted (Go). */
  readonly stop?: { readonly flag: Binding; readonly withErrors: boolean } | undefined;
  readonly isAsync: boolean;
  /** The result is a tuple that is handed out as several results (Go). */
  readonly several?: boolean | undefined;
  /** The block of a `with` that the function hands over to, which is a parameter. */
  readonly manages?: Binding | undefined;
  /** The names of the bindings that need names before the body is lowered: parameters, receiver. */
  readonly parameters?: readonly Binding[] | undefined;
  /** Where the zero values of type parameters come from; functions inside have those of the one around them (Python). */
  readonly zeros?: ir.Function["zeros"];
}

/** Where an error goes that a call gives: the statements that pass it on. */
export interface FailureScope {
  /** `raised`: the class of the error where that is known. */
  propagate(error: go.Expr, raised?: Raised): readonly go.Stmt[];
}

/** The class whose method or constructor is being lowered. */
export interface ClassScope {
  readonly symbol: TypeSymbol;
  readonly receiver: Binding | undefined;
  /** The receiver is the parameter of a function, an interface value that may hold an object of any derived class. */
  readonly isWhole: boolean;
}

export interface GoLowerContext extends LowerContext<go.Expr, go.Stmt> {
  /** Lowers a declaration inside another one: a method of a class (`ownNames`), or a type inside a function. */
  inner(node: ir.Declaration, ownNames: boolean): readonly go.Decl[];
  type(type: Type): go.Expr;
  /** The parameters and results of a function value of this type. */
  zero(type: Type): go.Expr;
  block(nodes: readonly ir.Statement[]): go.BlockStmt;
  /** Whether evaluating this very node (operands aside) gives an error besides its value. */
  fails(node: ir.Expression): boolean;
  /**
   * For a call that gives an error besides: emits `v, err := call`, then the statements that pass the error on, and gives a reference to `v`.
   * With a `none` result it emits `if err := call; err != nil {…}` and gives an empty expression.
   */
  failing(call: go.Expr, node: ir.Expression, hint?: string): go.Expr;
  /** The same for a call with several results besides the error: a reference to each. */
  failingResults(call: go.Expr, hints: readonly string[]): readonly go.Expr[];
  /** The exceptions that leave the nodes as errors. */
  raises(nodes: readonly ir.Node[]): readonly Raised[];
  /** The innermost scope that errors go to; outside of everything they end the program with a message. */
  readonly failure: FailureScope;
  withFailure<Result>(scope: FailureScope, work: () => Result): Result;
  /** Lowers a function body: result, failing or not, and its own scope of names and failures. */
  functionBody(body: readonly ir.Statement[], enclosing: EnclosingFunction): go.BlockStmt;
  /** The value as a Go string that reads as Python's `str()` or `repr()` would show it. */
  text(value: ir.Expression, style: "str" | "repr"): go.Expr;
  /** The class whose method is being lowered, function literals in it included. */
  readonly classScope: ClassScope | undefined;
  withinClass<Result>(scope: ClassScope, work: () => Result): Result;
  /** Whether the lowered value is held through a pointer (classes that are shared and changed). */
  isPointer(type: Type): boolean;
  /** What an operation of Python gives for values of a class of its library; undefined where no row says. */
  libraryOperation(
    symbol: TypeSymbol,
    operation: "str" | "repr" | "compare",
    operands: readonly go.Expr[],
  ): go.Expr | undefined;
  /** Instantiates the Go side of a row. */
  library(node: ir.LibraryCall): go.Expr;
}

export interface PythonLowerContext extends LowerContext<py.Expression, py.Statement> {
  /** Lowers a declaration inside another one: a method of a class (`ownNames`), or a function inside a function. */
  inner(node: ir.Declaration, ownNames: boolean): readonly py.Statement[];
  /** A type as an annotation. */
  type(type: Type): py.Expression;
  zero(type: Type): py.Expression;
  /** A reference to `module` or to `module.name`, with the import that it needs. */
  module(path: string): py.Expression;
  imported(module: string, name: string): py.Expression;
  functionBody(body: readonly ir.Statement[], enclosing: EnclosingFunction): readonly py.Statement[];
  /** What Go prints of a value of one of its library types; undefined where no row says. */
  libraryText(symbol: TypeSymbol, value: py.Expression): py.Expression | undefined;
  library(node: ir.LibraryCall): py.Expression;
}

/** What a lowering gives its nodes where they need provenance of their own. */
export interface Provenance {
  readonly origin: Origin | undefined;
}
