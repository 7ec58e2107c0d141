import { deferred } from "./deferred.ts";
import { isSettled } from "../settled.ts";
import type * as go from "../../go/tree.ts";
import { canComplete, type Body } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import { noneType } from "../../types/build.ts";
import type { EnclosingFunction, GoLowerContext } from "../lower-context.ts";
import type { Raised } from "../raises.ts";
import { groupToGo } from "./exception-group.ts";
import { Untranslatable } from "../untranslatable.ts";
import { dispatch } from "./handlers.ts";
import { declarationsOf, Flow, jumpsOf, leaves } from "./leaving.ts";
import { afterStop, stopDeclaration, stopOf } from "./stopping.ts";
import * as build from "./syntax.ts";

/**
 * A `try` whose body may leave in several places: the body becomes a function literal that gives the first error, which is tested once. Simple forms
 * were dissolved into their parts by a pass before.
 */
export function tryToGo(node: ir.Try, context: GoLowerContext): readonly go.Stmt[] {
  if (context.names.isFaithful) throw new Untranslatable("try", "This came from no Go program.");
  if (node.group) return groupToGo(node, context);
  if (overrides(node, context)) return tryInline(node, context);
  const flow = new Flow(node, context);
  const stop = stopOf(flow.body, context);
  const fails = context.raises(node.body).length > 0;
  const enclosing: EnclosingFunction = {
    result: flow.direct?.type ?? noneType,
    fails,
    isGenerator: false,
    isAsync: false,
    several: flow.direct?.several,
    manages: context.enclosing?.manages,
    stop,
  };
  const lowered = context.functionBody(flow.body, enclosing);
  const cleanup =
    node.finally.length === 0
      ? []
      : [
          deferred(
            context.functionBody(node.finally, { ...plain, manages: context.enclosing?.manages }),
            isSettled(node.finally, node.body),
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
  const declarations = [...stopDeclaration(stop, context), ...declarationsOf(flow, context)];
  if (flow.direct)
    return [
      ...declarations,
      ...giveDirectly(flow.direct, call, node.handlers, context.raises(node.body), fails, context),
    ];
  const orElse = [...afterStop(stop, context), ...context.statements(flow.guardedElse(node.orElse))];
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

/** Whether the `finally` may replace what the body gave, by leaving or by an exception of its own: a deferred function cannot do that. */
function overrides(node: ir.Try, context: GoLowerContext): boolean {
  return leaves(node.finally) || context.raises(node.finally).length > 0;
}

/** The body as a literal that keeps its error, the statements of the `finally` behind it, and only then what the body gave. */
function tryInline(node: ir.Try, context: GoLowerContext): readonly go.Stmt[] {
  const { finally: cleanup, handlers, orElse, ...rest } = node;
  const body: Body = handlers.length === 0 ? [...node.body, ...orElse] : [{ ...rest, handlers, orElse, finally: [] }];
  const flow = new Flow({ body, orElse: [] }, context, false);
  const stop = stopOf(flow.body, context);
  const fails = context.raises(body).length > 0;
  const lowered = context.functionBody(flow.body, { ...plain, fails, manages: context.enclosing?.manages, stop });
  const literal: go.FuncLit = {
    kind: "FuncLit",
    type: build.functionType([], fails ? [build.field(undefined, build.ident("error"))] : []),
    body: lowered,
    span: { start: 0, end: 0 },
  };
  const call = build.call(literal);
  const declarations = declarationsOf(flow, context);
  const isLast = !canComplete(cleanup);
  const failure = build.ident(fails && !isLast ? context.fresh("failure") : "_");
  const run = !fails ? build.statement(call) : isLast ? build.assign(failure, call) : build.define(failure.name, call);
  const after = isLast ? [] : context.statements(jumpsOf(flow, !canComplete(body)));
  const check =
    fails && !isLast
      ? [build.ifStatement(build.binary(failure, "!=", build.ident("nil")), context.failure.propagate(failure))]
      : [];
  const left = afterStop(stop, context);
  return [
    ...stopDeclaration(stop, context),
    ...declarations,
    run,
    ...context.statements(cleanup),
    ...left,
    ...check,
    ...after,
  ];
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
