import { bodiesOf, mapBodies, type Body } from "../../ir/blocks.ts";
import { assign, expression, expressionStatement, none, tuple, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { forEachChild, mapChildren, walk } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { anyType, builtinException, noneType, optionalOf } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import type { PassContext } from "./pass.ts";

/*
 * Deferred functions that recover in a way of their own: what is in flight is kept in a variable while they run, and raised again unless one of them has
 * taken it.
 */

const panicType = builtinException("BaseException");

/** What follows a deferred function, and the function after it; undefined where Go's order could not be kept. */
export function withRecovery(
  closure: ir.Closure,
  call: ir.Call,
  rest: Body,
  owner: ir.Function | ir.Closure,
  context: PassContext,
): Body | undefined {
  if (call.arguments.length !== closure.parameters.length || call.arguments.some(({ spread }) => spread !== undefined))
    return undefined;
  const results = owner.results ?? [];
  if (results.some(({ name }) => name === "_" || name === "unnamed")) return undefined;
  const failure = context.temporary("failure", optionalOf(panicType));
  const caught = context.temporary("panic", panicType);
  const kept = parametersOf(closure, call);
  const given = resultOf(owner, context);
  const isInner = rest.some(leaves);
  const body = isInner ? storedResult(rest, owner, given) : rest;
  const handler: ir.Handler = {
    types: [panicType],
    binding: caught,
    body: [assign(variable(failure), variable(caught))],
  };
  const attempt: ir.Try = {
    sort: "statement",
    kind: "Try",
    body: body.length > 0 ? body : [{ sort: "statement", kind: "Empty" }],
    handlers: [handler],
    orElse: [],
    finally: [],
    group: false,
  };
  const isInFlight = expression("IsNone", { kind: "bool" }, { operand: variable(failure), negated: true });
  const again: ir.Statement = {
    sort: "statement",
    kind: "If",
    test: isInFlight,
    then: [{ sort: "statement", kind: "Raise", error: variable(failure, panicType) }],
    otherwise: [],
  };
  return [
    ...kept.assignments,
    ...given.before,
    assign(variable(failure), none(optionalOf(panicType)), [failure]),
    attempt,
    ...afterwards(closure, kept.rename, failure, context),
    again,
    ...(given.value ? [{ sort: "statement" as const, kind: "Return" as const, value: given.value }] : []),
  ];
}

/** The arguments are evaluated now, and kept in variables. */
function parametersOf(
  closure: ir.Closure,
  call: ir.Call,
): { readonly assignments: Body; readonly rename: ReadonlyMap<Binding, Binding> } {
  const rename = new Map(closure.parameters.map(({ binding }) => [binding, { ...binding, kind: "local" as const }]));
  const assignments = closure.parameters.map(({ binding }, position) => {
    const kept = rename.get(binding)!;
    return assign(variable(kept), call.arguments[position]!.value, [kept]);
  });
  return { assignments, rename };
}

interface Given {
  readonly before: Body;
  readonly places: readonly ir.Expression[];
  readonly value?: ir.Expression | undefined;
}

/** Where the results are kept until the deferred function has run. */
function resultOf(owner: ir.Function | ir.Closure, context: PassContext): Given {
  const { result } = owner;
  if (result.kind === "none") return { before: [], places: [] };
  const named = (owner.results ?? []).map((binding) => variable(binding));
  if (named.length > 0) return { before: [], places: named, value: named.length === 1 ? named[0]! : tuple(named) };
  const kept = context.temporary("result", result);
  return {
    before: [assign(variable(kept), zeroOf(result), [kept])],
    places: [variable(kept)],
    value: variable(kept),
  };
}

function zeroOf(type: Type): ir.Expression {
  return type.kind === "tuple" ? tuple(type.elements.map(zeroOf)) : expression("ZeroValue", type, {});
}

/** The rest as a function of its own, whose `return` gives what the deferred function may still change. */
function storedResult(rest: Body, owner: ir.Function | ir.Closure, { places }: Given): Body {
  const type: Type = { kind: "function", parameters: [], result: owner.result };
  const inner = expression("Closure", type, { parameters: [], result: owner.result, body: rest });
  const call = expression("Call", owner.result, { callee: inner, arguments: [] });
  if (places.length === 0) return [expressionStatement(call)];
  return [assign(places.length === 1 ? places[0]! : tuple(places), call)];
}

/** The deferred function's body where it stands, or as a function where it returns early. */
function afterwards(
  closure: ir.Closure,
  rename: ReadonlyMap<Binding, Binding>,
  failure: Binding,
  context: PassContext,
): Body {
  const renamed = closure.body.map((statement) => withNames(statement, rename) as ir.Statement);
  const body = taking(renamed, failure, context);
  if (!closure.body.some(leaves)) return body;
  const type: Type = { kind: "function", parameters: [], result: noneType };
  const cleanup = context.temporary("cleanup", type);
  const kept = expression("Closure", type, { parameters: [], result: noneType, body });
  const call = expression("Call", noneType, { callee: variable(cleanup), arguments: [] });
  return [assign(variable(cleanup), kept, [cleanup]), expressionStatement(call)];
}

function withNames(node: ir.Node, renamed: ReadonlyMap<Binding, Binding>): ir.Node {
  const binding = node.kind === "Variable" ? renamed.get(node.binding) : undefined;
  if (node.kind === "Variable" && binding) return { ...node, binding };
  return mapChildren(node, (child) => withNames(child, renamed));
}

/** `recover()` takes what is in flight: before each statement that asks. */
function taking(body: Body, failure: Binding, context: PassContext): Body {
  const taken = assign(variable(failure), none(optionalOf(panicType)));
  return body.flatMap((statement): Body => {
    const inner = mapBodies(statement, (list) => taking(list, failure, context));
    if (!asks(inner)) return [inner];
    const value = expression("Recovered", anyType, { operand: variable(failure) });
    if (inner.kind === "ExpressionStatement" && inner.expression.kind === "Recover") return [taken];
    if (inner.kind === "Assign" && inner.value.kind === "Recover")
      return [{ ...inner, value: { ...value, type: inner.value.type } }, taken];
    const kept = context.temporary("value", anyType);
    return [assign(variable(kept), value, [kept]), taken, withValue(inner, variable(kept)) as ir.Statement];
  });
}

/** Whether the statement itself calls `recover()`, outside of its bodies and of function literals. */
function asks(statement: ir.Statement): boolean {
  const inner = new Set<ir.Node>(bodiesOf(statement).flat());
  let found = false;
  const visit = (node: ir.Node): void =>
    forEachChild(node, (child) => {
      found ||= child.kind === "Recover";
      if (child.kind !== "Closure" && !inner.has(child)) visit(child);
    });
  visit(statement);
  return found;
}

function withValue(node: ir.Node, value: ir.Expression): ir.Node {
  if (node.kind === "Recover") return value;
  return node.kind === "Closure" ? node : mapChildren(node, (child) => withValue(child, value));
}

function leaves(statement: ir.Statement): boolean {
  let found = false;
  walk(statement, (node) => {
    found ||= node.kind === "Return";
    return node.kind !== "Closure" && node.kind !== "Function";
  });
  return found;
}
