import type * as go from "../../go/tree.ts";
import { canComplete, type Body } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import { walkAll } from "../../ir/walk.ts";
import { noneType } from "../../types/build.ts";
import type { EnclosingFunction, GoLowerContext } from "../lower-context.ts";
import type { Raised } from "../raises.ts";
import { Untranslatable } from "../untranslatable.ts";
import { dispatch } from "./handlers.ts";
import { declarationsOf, Flow, leaves } from "./leaving.ts";
import * as build from "./syntax.ts";

/**
 * A `try` whose body may leave in several places: the body becomes a function literal that gives the first error, which is tested once. Simple forms
 * were dissolved into their parts by a pass before.
 */
export function tryToGo(node: ir.Try, context: GoLowerContext): readonly go.Stmt[] {
  if (node.group)
    throw new Untranslatable(
      "exception-group",
      "`except*` is not translated; Go joins errors with `errors.Join` and looks for each of them with `errors.As`.",
    );
  if (context.names.isFaithful) throw new Untranslatable("try", "This came from no Go program.");
  checkFinally(node.finally, context);
  const flow = new Flow(node, context);
  const fails = context.raises(node.body).length > 0;
  const enclosing: EnclosingFunction = {
    result: flow.direct?.type ?? noneType,
    fails,
    isGenerator: false,
    isAsync: false,
    several: flow.direct?.several,
    manages: context.enclosing?.manages,
  };
  const lowered = context.functionBody(flow.body, enclosing);
  const cleanup =
    node.finally.length === 0
      ? []
      : [
          deferred(
            context.functionBody(node.finally, { ...plain, manages: context.enclosing?.manages }),
            assignedIn(node.body, context),
          ),
        ];
  const body = build.block([...cleanup, ...lowered.list]);
  const error = build.ident("err");
  const results = [
    ...(flow.direct ? flow.direct.types.map((type) => build.field(undefined, context.type(type))) : []),
    ...(fails ? [build.field(undefined, build.ident("error"))] : []),
  ];
  const literal: go.FuncLit = {
    kind: "FuncLit",
    type: build.functionType([], results),
    body,
    span: { start: 0, end: 0 },
  };
  const call = build.call(literal);
  const declarations = declarationsOf(flow, context);
  if (flow.direct)
    return [
      ...declarations,
      ...giveDirectly(flow.direct, call, node.handlers, context.raises(node.body), fails, context),
    ];
  const orElse = context.statements(flow.guardedElse(node.orElse));
  const after = context.statements(flow.after);
  if (!fails) return [...declarations, build.statement(call), ...orElse, ...after];
  const check = build.ifStatement(
    build.binary(error, "!=", build.ident("nil")),
    dispatch(node.handlers, error, context.raises(node.body), context),
    orElse,
    build.define("err", call),
  );
  return [...declarations, check, ...after];
}

const plain: EnclosingFunction = { result: noneType, fails: false, isGenerator: false, isAsync: false };

/** The names that the body of a `try` assigns: their values may be others when it ends. */
function assignedIn(body: readonly ir.Statement[], context: GoLowerContext): ReadonlySet<string> {
  const names = new Set<string>();
  walkAll(body, (node) => {
    if (node.kind !== "Assign") return;
    for (const target of node.targets) if (target.kind === "Variable") names.add(context.name(target.binding));
  });
  return names;
}

/** `defer func() { … }()`, or the call itself where it is one of a method without arguments. */
function deferred(body: go.BlockStmt, assigned: ReadonlySet<string>): go.DeferStmt {
  const [only] = body.list;
  const single = body.list.length === 1 && only?.kind === "ExprStmt" && only.x.kind === "CallExpr" ? only.x : undefined;
  const holder = single?.fun.kind === "SelectorExpr" && single.args.length === 0 ? single.fun.x : undefined;
  if (single && holder?.kind === "Ident" && !assigned.has(holder.name))
    return { kind: "DeferStmt", call: single, span: { start: 0, end: 0 } };
  return { kind: "DeferStmt", call: build.call(build.functionLiteral([], [], body)), span: { start: 0, end: 0 } };
}

/** A `finally` that leaves, or fails, would replace what the body gave; a deferred function cannot do that as simply. */
function checkFinally(body: Body, context: GoLowerContext): void {
  if (leaves(body))
    throw new Untranslatable(
      "finally-jump",
      "A `finally` that returns, or leaves a loop, overrides what the body gave; Go has no such form.",
    );
  if (context.raises(body).length > 0)
    throw new Untranslatable(
      "finally-error",
      "An exception can leave this `finally`; in Go a deferred function has no caller to give its error to.",
    );
}

/** The literal gives what the function gives: `value, err := func() (T, error) {…}()`. */
export function giveDirectly(
  results: NonNullable<Flow["direct"]>,
  call: go.Expr,
  handlers: readonly ir.Handler[],
  raised: readonly Raised[],
  fails: boolean,
  context: GoLowerContext,
): readonly go.Stmt[] {
  if (!fails)
    return [
      build.returnStatement(
        ...(results.several ? [call] : [call]),
        ...(context.enclosing?.fails === true ? [build.ident("nil")] : []),
      ),
    ];
  const names = results.types.map(() => context.fresh("result"));
  const error = build.ident("err");
  const values = names.map((name) => build.ident(name));
  const check = build.ifStatement(
    build.binary(error, "!=", build.ident("nil")),
    dispatch(handlers, error, raised, context),
  );
  const end = build.returnStatement(...values, ...(context.enclosing?.fails === true ? [build.ident("nil")] : []));
  const completes = handlers.some((handler) => canComplete(handler.body));
  if (!completes) return [build.define([...names, "err"], call), check, end];
  const whole = build.ifStatement(build.binary(error, "==", build.ident("nil")), [end]);
  return [build.define([...names, "err"], call), whole, ...dispatch(handlers, error, raised, context)];
}
