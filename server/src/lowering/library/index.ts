import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type * as py from "../../python/tree.ts";
import type { TypeSymbol } from "../../types/type.ts";
import type { GoLiftContext, PythonLiftContext } from "../lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "../lower-context.ts";

/** The rows, ready for look-up by what a call is called. */
export interface LibraryIndex {
  /** The row that fits a call, attribute or operation by name, arity and types, with its operands lifted. */
  matchPython(node: py.Expression, context: PythonLiftContext): ir.LibraryCall | undefined;
  matchGo(node: go.Expr, context: GoLiftContext): ir.LibraryCall | undefined;
  lowerToGo(node: ir.LibraryCall, context: GoLowerContext): go.Expr;
  lowerToPython(node: ir.LibraryCall, context: PythonLowerContext): py.Expression;
  /** Whether the row's Go side gives an error besides its value (or only an error). */
  fails(row: string): boolean;
  /** The Go pattern of the row. */
  goSide(row: string): string;
  /** Whether the row is a call of Go that gives an error, and is nothing in Python, which raises where it fails. */
  neverFails(row: string): boolean;
  /** The id of the row with this Go pattern that is used from Go. Throws where there is none: the pattern is misspelt. */
  rowOf(goSide: string): string;
  /** The exceptions that the Python side raises, by name; empty when it cannot fail. */
  raises(row: string): readonly string[];
  /** The Go type that stands for a library class of Python, or a Go library type itself; undefined without a row. */
  goType(
    symbol: TypeSymbol,
  ): { readonly packagePath: string; readonly name: string; readonly pointer: boolean } | undefined;
  /** What an operation of Python gives for values of a library class, from the row of the class. */
  operation(
    symbol: TypeSymbol,
    operation: "str" | "repr" | "compare",
    operands: readonly go.Expr[],
    context: GoLowerContext,
  ): go.Expr | undefined;
  /** What Go prints of a value of one of its library types, as a Python string. */
  goText(symbol: TypeSymbol, value: py.Expression, context: PythonLowerContext): py.Expression | undefined;
  pythonType(symbol: TypeSymbol): { readonly module: string; readonly name: string } | undefined;
}
