import type * as go from "../../go/tree.ts";
import {
  canComplete,
  continuesOf,
  breaksOf,
  mapBodies,
  replaceBreaks,
  replaceContinues,
  type Body,
} from "../../ir/blocks.ts";
import { assign, boolean, breakStatement, ifStatement, localBinding, tuple, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { boolType, noneType } from "../../types/build.ts";
import type { Binding } from "../../types/binding.ts";
import type { EnclosingFunction, GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { dispatch } from "./handlers.ts";
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
  };
  const lowered = context.functionBody(flow.body, enclosing);
  const cleanup = node.finally.length === 0 ? [] : [deferred(context.functionBody(node.finally, plain))];
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
  const declarations = flow.flags.flatMap((binding) => declaration(binding, context));
  if (flow.direct) return [...declarations, ...direct(flow.direct, call, node, fails, context)];
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

/** `defer func() { … }()` */
function deferred(body: go.BlockStmt): go.DeferStmt {
  return { kind: "DeferStmt", call: build.call(build.functionLiteral([], [], body)), span: { start: 0, end: 0 } };
}

function declaration(binding: Binding, context: GoLowerContext): readonly go.Stmt[] {
  if (binding.type.kind === "bool" && binding.id.startsWith("flow/"))
    return [build.define(context.name(binding), build.ident("false"))];
  return [build.declare(context.name(binding), context.type(binding.type))];
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

/** Whether a statement of the list, functions inside aside, returns or jumps out of it. */
export function leaves(body: Body): boolean {
  return hasReturn(body) || breaksOf(body).length > 0 || continuesOf(body).length > 0 || hasLabelled(body);
}

function hasReturn(body: Body): boolean {
  return body.some((statement) => statement.kind === "Return" || innerBodies(statement).some(hasReturn));
}

function hasLabelled(body: Body): boolean {
  return body.some(
    (statement) =>
      ((statement.kind === "Break" || statement.kind === "Continue") && statement.label !== undefined) ||
      statement.kind === "Goto" ||
      innerBodies(statement).some(hasLabelled),
  );
}

function innerBodies(statement: ir.Statement): readonly Body[] {
  const bodies: Body[] = [];
  mapBodies(statement, (body) => (bodies.push(body), body));
  return bodies;
}

/** How control leaves the body other than at its end, and what carries that over the function literal. */
class Flow {
  readonly body: Body;
  readonly flags: readonly Binding[];
  /** What follows: the jumps themselves. */
  readonly after: Body;
  /** The literal gives the function's own results, since its body always returns. */
  readonly direct?:
    | {
        readonly type: ir.Expression["type"];
        readonly types: readonly ir.Expression["type"][];
        readonly several: boolean;
      }
    | undefined;
  readonly #leaving: Binding[] = [];

  constructor(node: ir.Try, context: GoLowerContext) {
    const { enclosing } = context;
    if (hasLabelled(node.body))
      throw new Untranslatable("try-jump", "A jump to a label out of a `try` is not translated.");
    const returns = hasReturn(node.body);
    const breaks = breaksOf(node.body).length > 0;
    const continues = continuesOf(node.body).length > 0;
    if (returns && enclosing?.isGenerator === true)
      throw new Untranslatable("try-jump", "A `return` out of a `try` in a generator is not translated.");
    const result = enclosing?.result ?? noneType;
    const several = enclosing?.several === true && result.kind === "tuple";
    if (
      returns &&
      !breaks &&
      !continues &&
      !canComplete(node.body) &&
      node.orElse.length === 0 &&
      result.kind !== "none"
    ) {
      this.body = node.body;
      this.flags = [];
      this.after = [];
      this.direct = { type: result, types: several && result.kind === "tuple" ? result.elements : [result], several };
      return;
    }
    const flags: Binding[] = [];
    const after: ir.Statement[] = [];
    let body: Body = node.body;
    const flag = (name: string): Binding => {
      const binding = localBinding(name, boolType, `flow/${name}/${serial++}`);
      flags.push(binding);
      return binding;
    };
    const leave = (binding: Binding): ir.Statement[] => [
      assign(variable(binding), boolean(true)),
      { sort: "statement", kind: "Return" },
    ];
    if (returns) {
      const returned = flag("returned");
      const types = result.kind === "none" ? [] : several && result.kind === "tuple" ? result.elements : [result];
      const values = types.map((type, position) =>
        localBinding(types.length === 1 ? "result" : `result${position + 1}`, type, `flow/result/${serial++}`),
      );
      flags.unshift(...values);
      const stored = values.map((binding) => variable(binding));
      const target = several ? tuple(stored) : stored[0];
      body = replaceReturns(body, (statement) => [
        ...(statement.value && target ? [assign(target, statement.value)] : []),
        ...leave(returned),
      ]);
      after.push(
        ifStatement(variable(returned), [{ sort: "statement", kind: "Return", ...(target ? { value: target } : {}) }]),
      );
      this.#leaving.push(returned);
    }
    if (breaks) {
      const broke = flag("stopped");
      body = replaceBreaks(body, () => leave(broke));
      after.push(ifStatement(variable(broke), [breakStatement()]));
      this.#leaving.push(broke);
    }
    if (continues) {
      const skipped = flag("skipped");
      body = replaceContinues(body, () => leave(skipped));
      after.push(ifStatement(variable(skipped), [{ sort: "statement", kind: "Continue" }]));
      this.#leaving.push(skipped);
    }
    this.body = body;
    this.flags = flags;
    this.after = after;
  }

  /** The `else` of the `try` runs only where the body came to its end. */
  guardedElse(body: Body): Body {
    if (body.length === 0 || this.#leaving.length === 0) return body;
    const any = this.#leaving
      .map((binding): ir.Expression => variable(binding))
      .reduce((left, right) => ({ sort: "expression", kind: "Logical", operator: "or", left, right, type: boolType }));
    return [ifStatement({ sort: "expression", kind: "Not", operand: any, type: boolType }, body)];
  }
}

let serial = 0;

function replaceReturns(body: Body, replace: (statement: ir.Return) => Body): Body {
  return body.flatMap((statement): Body =>
    statement.kind === "Return"
      ? replace(statement)
      : [mapBodies(statement, (inner) => replaceReturns(inner, replace))],
  );
}

/** The literal gives what the function gives: `value, err := func() (T, error) {…}()`. */
function direct(
  results: NonNullable<Flow["direct"]>,
  call: go.Expr,
  node: ir.Try,
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
    dispatch(node.handlers, error, context.raises(node.body), context),
  );
  const end = build.returnStatement(...values, ...(context.enclosing?.fails === true ? [build.ident("nil")] : []));
  const completes = node.handlers.some((handler) => canComplete(handler.body));
  if (!completes) return [build.define([...names, "err"], call), check, end];
  const whole = build.ifStatement(build.binary(error, "==", build.ident("nil")), [end]);
  return [
    build.define([...names, "err"], call),
    whole,
    ...dispatch(node.handlers, error, context.raises(node.body), context),
  ];
}
