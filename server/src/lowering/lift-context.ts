import type { Origin } from "../base/origin.ts";
import type { GoAnalysis } from "../go/analysis-api.ts";
import type * as go from "../go/tree.ts";
import type * as ir from "../ir/node.ts";
import type { PythonAnalysis } from "../python/analysis-api.ts";
import type * as py from "../python/tree.ts";
import type { Binding } from "../types/binding.ts";
import type { Type } from "../types/type.ts";

/** What a lift reports about its node. */
export interface Report {
  readonly severity: "mark" | "caveat" | "note";
  readonly code: string;
  readonly message: string;
}

/** What lifts of both languages share. The engine sets `origin` on every node that a lift returns without one. */
export interface LiftContext<Node> {
  /** Reports something about the node; the diagnostic gets the node's range. */
  report(node: Node, report: Report): void;
  /** The node's source text. */
  source(node: Node): string;
  /** An expression that keeps the source and is marked. Throwing Untranslatable has the same effect for the node being lifted. */
  opaque(node: Node, code: string, message: string): ir.OpaqueExpression;
  origin(node: Node): Origin;
  /** A variable that the source does not have. The name is a wish; naming keeps it apart from others. */
  temporary(hint: string, type: Type): Binding;
}

export interface PythonLiftContext extends LiftContext<py.PythonNode> {
  readonly analysis: PythonAnalysis;
  expression(node: py.Expression): ir.Expression;
  /** As a boolean: Truth is put around what is not one. */
  condition(node: py.Expression): ir.Expression;
  /** Lifted, then converted as Python does silently: int to float, T to T | None, a class to its base. */
  coerced(node: py.Expression, type: Type): ir.Expression;
  coerce(expression: ir.Expression, type: Type): ir.Expression;
  /** As the target of an assignment: names, members, elements, tuples of targets. */
  target(node: py.Expression): ir.Expression;
  /** Statements with their comments; a docstring at the head is left out when `isBody`. */
  statements(nodes: readonly py.Statement[], isBody?: boolean): readonly ir.Statement[];
  typeOf(node: py.Expression): Type;
  /** Throws Untranslatable for a name that nothing declares, unless the program is a fragment. */
  bindingOf(node: Parameters<PythonAnalysis["bindingOf"]>[0]): Binding;
  /** A name that stands for the variable, so that calls which the source does not write, such as `f(x)` for `map(f, xs)`, can be lifted. */
  placeholder(binding: Binding): py.Name;
  /** The row that describes this call, attribute or operation of a library, if there is one whose types fit. */
  library(node: py.Expression): ir.LibraryCall | undefined;
}

export interface GoLiftContext extends LiftContext<go.GoNode> {
  readonly analysis: GoAnalysis;
  expression(node: go.Expr): ir.Expression;
  /** Lifted as the value that an assignment, argument or result of this type needs: untyped constants, nil, copies of structs, interfaces. */
  coerced(node: go.Expr, type: Type): ir.Expression;
  target(node: go.Expr): ir.Expression;
  statements(nodes: readonly go.Stmt[]): readonly ir.Statement[];
  declaration(node: go.Decl): readonly ir.Declaration[];
  typeOf(node: go.Expr): Type;
  bindingOf(node: go.Ident): Binding;
  /** The row that describes this call or name of a library, if there is one whose types fit. `type`: of a call that the source does not write. */
  library(node: go.Expr, type?: Type): ir.LibraryCall | undefined;
  /** Whether the call gives an error in Go and nothing in Python, which raises where it fails. */
  neverFails(call: ir.LibraryCall): boolean;
  /** An operand that stands for a lifted one, so that calls which the source does not write can be lifted. */
  placeholder(type: Type, stands: ir.Expression | undefined): go.Ident;
}
