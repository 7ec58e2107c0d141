import { breaksOf, canComplete, continuesOf, mapBodies, rewriteBodies, type Body } from "../../ir/blocks.ts";
import { assign, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren, walk } from "../../ir/walk.ts";
import { noneType } from "../../types/build.ts";
import { handlerNames } from "../raises.ts";
import { isSettled } from "../settled.ts";
import { manage } from "./managers.ts";
import type { Pass, PassContext } from "./pass.ts";

/** Dissolves `try` statements whose errors can be tested where they come up, as Go programs do; the others stay. */
export const attempts: Pass = {
  name: "attempts",
  reason:
    "A `try` covers a whole block; Go tests the one call that can fail. Only what needs it becomes a function literal.",
  from: "python",
  to: "go",
  run: (declarations, context) => declarations.map((declaration) => inside(declaration, context)),
};

function inside<N extends ir.Node>(node: N, context: PassContext): N {
  const mapped = mapChildren<ir.Node>(node, (child) => inside(child, context));
  if (mapped.kind === "Function" || mapped.kind === "Closure")
    return { ...mapped, body: dissolve(mapped.body, context, true) } as unknown as N;
  if (mapped.kind === "TopLevel") return { ...mapped, body: dissolve(mapped.body, context, false) } as unknown as N;
  return mapped as N;
}

function dissolve(body: Body, context: PassContext, isFunction: boolean): Body {
  const managed = rewriteBodies(body, (list) =>
    list.flatMap((statement) =>
      statement.kind === "With" ? decorated(manage(statement, context), statement) : [statement],
    ),
  );
  const inner = rewriteBodies(managed, (list) =>
    list.flatMap((statement) => (statement.kind === "Try" ? attempt(statement, context) : [statement])),
  );
  return isFunction ? deferLast(inner, context) : inner;
}

/** A `finally` at the end of a function is a deferred function. */
function deferLast(body: Body, context: PassContext): Body {
  const at = body.findLastIndex(
    (statement) => statement.kind === "Try" && statement.finally.length > 0 && statement.handlers.length === 0,
  );
  const last = body[at];
  if (
    last?.kind !== "Try" ||
    !isTail(body.slice(at + 1), last.finally) ||
    leaves(last.finally) ||
    context.raises(last.finally).length > 0
  )
    return body;
  const closure: ir.Closure = {
    sort: "expression",
    kind: "Closure",
    parameters: [],
    result: noneType,
    body: last.finally,
    type: { kind: "function", parameters: [], result: noneType },
  };
  const call: ir.Call = { sort: "expression", kind: "Call", callee: closure, arguments: [], type: noneType };
  const { leading, blankBefore } = last;
  const defer: ir.Defer = {
    sort: "statement",
    kind: "Defer",
    call,
    isSettled: isSettled(last.finally, [...last.body, ...last.orElse, ...body.slice(at + 1)]),
    ...(last.origin ? { origin: last.origin } : {}),
    ...(leading ? { leading } : {}),
    ...(blankBefore ? { blankBefore } : {}),
  };
  return [...body.slice(0, at), defer, ...last.body, ...last.orElse, ...body.slice(at + 1)];
}

/** Whether what follows cannot tell whether the `finally` ran before it or runs after it. */
function isTail(rest: Body, cleanup: Body): boolean {
  const [only] = rest;
  if (only === undefined) return true;
  if (rest.length > 1 || only.kind !== "Return" || only.failure !== undefined) return false;
  const { value } = only;
  if (value === undefined) return true;
  if (value.kind !== "Variable")
    return (
      value.kind.endsWith("Literal") &&
      value.kind !== "ListLiteral" &&
      value.kind !== "DictLiteral" &&
      value.kind !== "TupleLiteral" &&
      value.kind !== "SetLiteral"
    );
  let isChanged = value.binding.captured || value.binding.kind === "global";
  for (const statement of cleanup)
    walk(statement, (node) => void (isChanged ||= node.kind === "Variable" && node.binding === value.binding));
  return !isChanged;
}

function attempt(node: ir.Try, context: PassContext): Body {
  if (node.group) return [node];
  if (node.finally.length > 0 && node.handlers.length > 0) {
    const { finally: cleanup, finallyDecoration, leading, trailing, blankBefore, ...rest } = node;
    const within = attempt({ ...rest, finally: [] }, context);
    return [
      {
        sort: "statement",
        kind: "Try",
        body: within,
        handlers: [],
        orElse: [],
        finally: cleanup,
        group: false,
        ...(node.origin ? { origin: node.origin } : {}),
        ...(finallyDecoration ? { finallyDecoration } : {}),
        ...(leading ? { leading } : {}),
        ...(trailing ? { trailing } : {}),
        ...(blankBefore ? { blankBefore } : {}),
      },
    ];
  }
  if (node.finally.length > 0) return [node];
  const failing = node.body.flatMap((statement, position) =>
    context.raises([statement]).length > 0 ? [position] : [],
  );
  if (failing.length === 0) return unhandled(node, context);
  if (failing.some((position) => !isSimple(node.body[position]!))) return [node];
  const completes = node.handlers.some((handler) => canComplete(handler.body));
  const [only] = failing;
  if (failing.length === 1)
    return decorated(completes ? completing(node, only!, context) : leavingHandlers(node, failing), node);
  const size = node.handlers.reduce((sum, handler) => sum + handler.body.length, 0);
  const isSmall = node.handlers.length === 1 && size <= 1 && failing.length <= 4;
  return !completes && isSmall ? decorated(leavingHandlers(node, failing), node) : [node];
}

function decorated(body: Body, node: ir.Statement): Body {
  const [first, ...rest] = body;
  if (first === undefined) return body;
  const { leading, blankBefore } = node;
  return [
    {
      ...first,
      ...(leading ? { leading: [...leading, ...(first.leading ?? [])] } : {}),
      ...(blankBefore ? { blankBefore } : {}),
    },
    ...rest,
  ];
}

/** Statements that evaluate once, from left to right. */
function isSimple(statement: ir.Statement): boolean {
  if (
    statement.kind !== "Assign" &&
    statement.kind !== "ExpressionStatement" &&
    statement.kind !== "Return" &&
    statement.kind !== "Raise"
  )
    return false;
  return statement.kind === "Raise" || statement.failure === undefined;
}

/** Nothing in the body fails in Go, so that no handler is ever reached. */
function unhandled(node: ir.Try, context: PassContext): Body {
  const names = node.handlers.flatMap(handlerNames);
  const merelyImports = [node.body, ...node.handlers.map((handler) => handler.body)].every(isImports);
  if (names.length > 0 && !merelyImports) {
    context.report(node, {
      severity: names.every((name) => tracked.has(name)) ? "caveat" : "mark",
      code: "handler-left-out",
      message: `Nothing in this \`try\` gives an error in Go, so its handler for ${names.join(", ")} is left out.`,
    });
  }
  return decorated([...node.body, ...node.orElse], node);
}

/** Whether the statements do nothing but import, which cannot fail in a Go program that compiles. */
function isImports(body: Body): boolean {
  return body.every(
    (statement) =>
      statement.kind === "Empty" || (statement.kind === "LocalDeclaration" && statement.declaration.kind === "Import"),
  );
}

/** Exceptions that are known where they can come up. */
const tracked: ReadonlySet<string> = new Set([
  "ValueError",
  "KeyError",
  "IndexError",
  "ZeroDivisionError",
  "LookupError",
  "ArithmeticError",
  "StopIteration",
  "AssertionError",
]);

/** Handlers that never run to their end: each error is tested where it comes up, and the rest of the body follows. */
function leavingHandlers(node: ir.Try, failing: readonly number[]): Body {
  let isFirst = true;
  const body = node.body.map((statement, position): ir.Statement => {
    if (!failing.includes(position)) return statement;
    const handlers = isFirst
      ? node.handlers
      : node.handlers.map((handler) => ({ ...handler, body: handler.body.map(copy) }));
    isFirst = false;
    return withFailure(statement, handlers, []);
  });
  return [...body, ...node.orElse];
}

/** Handlers that go on behind the `try`: what follows the failing statement runs only where it did not fail. */
function completing(node: ir.Try, position: number, context: PassContext): Body {
  const statement = node.body[position]!;
  const rest = [...node.body.slice(position + 1), ...node.orElse];
  const before = node.body.slice(0, position);
  if (statement.kind === "Return" && statement.value !== undefined) {
    const result = context.temporary("result", statement.value.type);
    const returned: ir.Return = { ...statement, value: variable(result) };
    const stored: ir.Statement = {
      ...assign(variable(result), statement.value),
      ...(statement.origin ? { origin: statement.origin } : {}),
    };
    return [...before, withFailure(stored, node.handlers, [returned])];
  }
  return [...before, withFailure(statement, node.handlers, rest)];
}

function withFailure(statement: ir.Statement, handlers: readonly ir.Handler[], orElse: Body): ir.Statement {
  if (
    statement.kind === "Assign" ||
    statement.kind === "ExpressionStatement" ||
    statement.kind === "Return" ||
    statement.kind === "Raise"
  )
    return { ...statement, failure: { handlers, orElse } };
  return statement;
}

/** A tree of its own with the same bindings. */
function copy<N extends ir.Node>(node: N): N {
  return mapChildren<ir.Node>({ ...node }, copy) as N;
}

function leaves(body: Body): boolean {
  return breaksOf(body).length > 0 || continuesOf(body).length > 0 || returns(body);
}

function returns(body: Body): boolean {
  let found = false;
  for (const statement of body) {
    if (statement.kind === "Return") return true;
    mapBodies(statement, (inner) => ((found ||= returns(inner)), inner));
  }
  return found;
}
