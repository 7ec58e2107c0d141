import type * as go from "../../go/tree.ts";
import type { Type } from "../../types/type.ts";
import type { EnclosingFunction, FailureScope } from "../lower-context.ts";
import * as build from "./syntax.ts";

/** Errors leave the function: its other results are zero. */
export function returningFailure(enclosing: EnclosingFunction, zero: (type: Type) => go.Expr): FailureScope {
  return {
    propagate: (error) => {
      const results = enclosing.several && enclosing.result.kind === "tuple" ? enclosing.result.elements : enclosing.result.kind === "none" ? [] : [enclosing.result];
      return [build.returnStatement(...results.map(zero), error)];
    },
  };
}

/** Outside of any function that gives errors: the program ends with the error as its message and a status other than 0. */
export const endingFailure: FailureScope = { propagate: (error) => [build.statement(build.libraryCall("log", "Fatal", error))] };

/** `if err != nil { … }` */
export function ifFailed(error: go.Expr, statements: readonly go.Stmt[], init?: go.Stmt): go.IfStmt {
  return build.ifStatement(build.binary(error, "!=", build.ident("nil")), statements, undefined, init);
}
