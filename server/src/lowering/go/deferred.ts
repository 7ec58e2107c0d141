import type * as go from "../../go/tree.ts";
import * as build from "./syntax.ts";

/*
 * What is deferred runs at the end of a function, but its receiver and arguments are evaluated at the `defer`.
 */

/** `defer func() { … }()`, or the call itself where it is one of a method without arguments whose receiver `isSettled`. */
export function deferred(body: go.BlockStmt, isSettled: boolean): go.DeferStmt {
  const [only] = body.list;
  const single = body.list.length === 1 && only?.kind === "ExprStmt" && only.x.kind === "CallExpr" ? only.x : undefined;
  const isPlain = single?.fun.kind === "SelectorExpr" && single.args.length === 0 && isPath(single.fun.x);
  const call = single && isPlain && isSettled ? single : build.call(build.functionLiteral([], [], body));
  return { kind: "DeferStmt", call, span: { start: 0, end: 0 } };
}

/** A variable, or fields of one: reading it twice does nothing more. */
export function isPath(x: go.Expr): boolean {
  return x.kind === "Ident" || (x.kind === "SelectorExpr" && isPath(x.x));
}
