import type * as go from "../../go/tree.ts";
import { canComplete } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import type { FailureScope, GoLowerContext } from "../lower-context.ts";
import { handle } from "./handlers.ts";
import { sameSpelling } from "./statements.ts";
import * as build from "./syntax.ts";
import { tryToGo } from "./try.ts";
import { Untranslatable } from "../untranslatable.ts";

export type Guarded = ir.Statement & { readonly failure: ir.Failure };

export function isGuarded(statement: ir.Statement): statement is Guarded {
  return "failure" in statement && statement.failure !== undefined;
}

/** A statement whose errors are handled where it stands. `lower` lowers the statement itself. */
export function lowerGuarded(
  statement: Guarded,
  context: GoLowerContext,
  lower: (bare: ir.Statement) => readonly go.Stmt[],
): readonly go.Stmt[] {
  const { failure, ...rest } = statement;
  const bare = rest;
  const outer = context.failure;
  const checks: (readonly go.Stmt[])[] = [];
  const scope: FailureScope = {
    propagate: (error, raised) => {
      const handled = context.withFailure(outer, () =>
        handle(failure.handlers, error, raised ? [raised] : context.raises([bare]), context),
      );
      checks.push(handled);
      return handled;
    },
  };
  const list = context.withFailure(scope, () => lower(bare));
  if (bare.kind === "Raise") return list;
  const completes = failure.handlers.some((handler) => canComplete(handler.body));
  if (completes && checks.length > 1) return asLiteral(statement, bare, context);
  const orElse = context.statements(failure.orElse);
  if (!failure.handlers.some((handler) => canComplete(handler.body))) return [...list, ...orElse];
  return withElse(list, checks, orElse, bare, context);
}

/** Several parts of the statement can fail, and the handler goes on behind it: a function literal gives the first error. */
function asLiteral(statement: Guarded, bare: ir.Statement, context: GoLowerContext): readonly go.Stmt[] {
  const declares = bare.kind === "Assign" ? bare.declares : [];
  const body = bare.kind === "Assign" ? { ...bare, declares: [] } : bare;
  const { handlers, orElse } = statement.failure;
  const whole: ir.Try = {
    sort: "statement",
    kind: "Try",
    body: [body],
    handlers,
    orElse,
    finally: [],
    group: false,
    ...(statement.origin ? { origin: statement.origin } : {}),
  };
  return [
    ...declares.map((binding) => build.declare(context.name(binding), context.type(binding.type))),
    ...tryToGo(whole, context),
  ];
}

/** What follows the test runs only where there was no error. */
function withElse(
  list: readonly go.Stmt[],
  checks: readonly (readonly go.Stmt[])[],
  orElse: readonly go.Stmt[],
  bare: ir.Statement,
  context: GoLowerContext,
): readonly go.Stmt[] {
  const at = list.findLastIndex(
    (statement) =>
      statement.kind === "IfStmt" &&
      checks.some((handled) => handled === statement.body.list || sameSpelling(handled, statement.body.list)),
  );
  const check = list[at];
  if (check?.kind !== "IfStmt") {
    if (checks.length === 0) return [...list, ...orElse];
    throw new Untranslatable(
      "try",
      "Where this `try` goes on after its handler is not translated; test the error by itself.",
    );
  }
  const direct = inPlace(list, at, bare, context);
  if (direct) return orElse.length === 0 ? direct : [...direct.slice(0, -1), { ...check, else: build.block(orElse) }];
  const { moved, declared } = movable(list.slice(at + 1), bare, context);
  const after = [...moved, ...orElse];
  if (after.length === 0) return [...declared, ...list.slice(0, at + 1)];
  const isEmpty = check.body.list.length === 0 && check.cond.kind === "BinaryExpr" && check.cond.op === "!=";
  if (isEmpty && check.cond.kind === "BinaryExpr")
    return [
      ...declared,
      ...list.slice(0, at),
      build.ifStatement({ ...check.cond, op: "==" }, after, undefined, check.init),
    ];
  return [...declared, ...list.slice(0, at), { ...check, else: build.block(after) }];
}

/** `x := v` behind the test of `v, err := …`: the call gives its value to the variable itself. */
function inPlace(
  list: readonly go.Stmt[],
  at: number,
  bare: ir.Statement,
  context: GoLowerContext,
): readonly go.Stmt[] | undefined {
  const [last, ...others] = list.slice(at + 1);
  const define = list[at - 1];
  const [binding] = bare.kind === "Assign" ? bare.declares : [];
  if (
    others.length > 0 ||
    binding === undefined ||
    last?.kind !== "AssignStmt" ||
    last.tok !== ":=" ||
    define?.kind !== "AssignStmt" ||
    define.tok !== ":="
  )
    return undefined;
  const [target] = last.lhs;
  const [value] = last.rhs;
  if (
    !sameSpelling(target, build.ident(context.name(binding))) ||
    value?.kind !== "Ident" ||
    !sameSpelling(define.lhs[0], value)
  )
    return undefined;
  return [...list.slice(0, at - 1), { ...define, lhs: [target!, ...define.lhs.slice(1)] }, list[at]!];
}

/** Statements that are to stand in a block of their own: a variable that begins there begins before it. */
function movable(
  list: readonly go.Stmt[],
  bare: ir.Statement,
  context: GoLowerContext,
): { readonly moved: readonly go.Stmt[]; readonly declared: readonly go.Stmt[] } {
  if (bare.kind !== "Assign" || bare.declares.length === 0) return { moved: list, declared: [] };
  const declared: go.Stmt[] = [];
  const moved = list.map((statement): go.Stmt => {
    if (statement.kind !== "AssignStmt" || statement.tok !== ":=") return statement;
    const begun = bare.declares.filter((binding) =>
      statement.lhs.some((target) => sameSpelling(target, build.ident(context.name(binding)))),
    );
    if (begun.length === 0) return statement;
    declared.push(...begun.map((binding) => build.declare(context.name(binding), context.type(binding.type))));
    return { ...statement, tok: "=" };
  });
  return { moved, declared };
}
