import type * as go from "../../go/tree.ts";
import type { Type } from "../../types/type.ts";
import type { EnclosingFunction, FailureScope } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import * as build from "./syntax.ts";

/** Errors leave the function: its other results are zero. */
export function returningFailure(enclosing: EnclosingFunction, zero: (type: Type) => go.Expr): FailureScope {
  return {
    propagate: (error) => {
      const results =
        enclosing.several && enclosing.result.kind === "tuple"
          ? enclosing.result.elements
          : enclosing.result.kind === "none"
            ? []
            : [enclosing.result];
      return [build.returnStatement(...results.map(zero), error)];
    },
  };
}

/** Errors leave a generator beside a value that means nothing, and are the last that it gives. */
export function yieldingFailure(element: Type, zero: (type: Type) => go.Expr): FailureScope {
  return {
    propagate: (error) => [build.statement(build.call("yield", zero(element), error)), build.returnStatement()],
  };
}

/** Outside of any function that gives errors: the program ends with the error as its message and a status other than 0. */
export const endingFailure: FailureScope = {
  propagate: (error) => [build.statement(build.libraryCall("log", "Fatal", error))],
};

/** Inside a function value, whose type has no error: an exception that nothing catches ends the program, one that a handler waits for has no way there. */
export function functionValueFailure(isCaught: (exception: string | undefined) => boolean): FailureScope {
  return {
    propagate: (error, raised) => {
      if (isCaught(raised?.[0])) {
        throw new Untranslatable(
          "function-value-error",
          "An exception can leave this function value and is caught elsewhere; give the function an error result and test it where it is called.",
        );
      }
      return endingFailure.propagate(error);
    },
  };
}

/** `if err != nil { … }` */
export function ifFailed(error: go.Expr, statements: readonly go.Stmt[], init?: go.Stmt): go.IfStmt {
  return build.ifStatement(build.binary(error, "!=", build.ident("nil")), statements, undefined, init);
}
