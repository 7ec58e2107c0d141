import { builtinException } from "../../types/build.ts";
import { bodiesOf, mapBodies, type Body } from "../../ir/blocks.ts";
import { assign, expressionStatement, none, tuple, variable } from "../../ir/build.ts";
import { isPure } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren, walk } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import type { Type } from "../../types/type.ts";
import { isTemporary } from "../temporary.ts";
import { coerceGo } from "../coerce-go.ts";
import type { Pass, PassContext } from "./pass.ts";
import { withRecovery } from "./recovery.ts";

/** Puts what follows a `defer` into a `try` with a `finally`, or with an `except` where the deferred function recovers. */
export const defers: Pass = {
  name: "defers",
  reason: "A deferred call runs when the function ends; Python ties that to the block of a `try`.",
  from: "go",
  to: "python",
  run: (declarations, context) => declarations.map((declaration) => inside(declaration, context)),
};

function inside<N extends ir.Node>(node: N, context: PassContext): N {
  const mapped = mapChildren<ir.Node>(node, (child) => inside(child, context));
  if (mapped.kind !== "Function" && mapped.kind !== "Closure") return mapped as N;
  const body = isMain(mapped) ? mapped.body.map((statement) => withoutPanic(statement) as ir.Statement) : mapped.body;
  return { ...mapped, body: spread(body, mapped, context) } as unknown as N;
}

function isMain(node: ir.Function | ir.Closure): boolean {
  return node.kind === "Function" && node.name === "main" && node.symbol === undefined;
}

/** Nobody defers `main`, so that `recover` finds nothing there. */
function withoutPanic(node: ir.Node): ir.Node {
  if (node.kind === "Recover") return none(node.type);
  return node.kind === "Closure" ? node : mapChildren(node, withoutPanic);
}

/** Calls that are deferred in loops and conditions go on a stack, which is left when the function ends. Undefined where that would not do. */
function stacked(
  statement: ir.Statement,
  rest: Body,
  owner: ir.Function | ir.Closure,
  context: PassContext,
): Body | undefined {
  const nested = defersIn([statement]);
  if (nested.some(({ call }) => mentionsRecover([expressionStatement(call)]))) return undefined;
  const changes = ({ call }: ir.Defer): boolean =>
    call.kind === "Call" && call.callee.kind === "Closure" && changesAny(owner, call.callee);
  const stack = context.temporary("deferred", panicType);
  const place = (list: Body): Body =>
    list.map((inner) => (inner.kind === "Defer" ? { ...inner, stack } : mapBodies(inner, place)));
  const body = [...place([statement]), ...rest];
  // What deferred functions see of the results must be there before they run.
  const isSeen = nested.some(changes);
  const stored = isSeen ? storedResults(body, owner) : undefined;
  if (isSeen && !stored) return undefined;
  const { leading, blankBefore } = statement;
  return [
    {
      sort: "statement",
      kind: "With",
      items: [{ context: { sort: "expression", kind: "CleanupStack", type: panicType }, target: variable(stack) }],
      body: stored?.body ?? body,
      isAsync: false,
      ...(statement.origin ? { origin: statement.origin } : {}),
      ...(blankBefore && !leading ? { blankBefore } : {}),
    },
    ...(stored ? [{ sort: "statement" as const, kind: "Return" as const, value: stored.value }] : []),
  ];
}

function defersIn(body: Body): readonly ir.Defer[] {
  return body.flatMap((statement) =>
    statement.kind === "Defer" ? [statement] : bodiesOf(statement).flatMap(defersIn),
  );
}

function spread(body: Body, owner: ir.Function | ir.Closure, context: PassContext): Body {
  const at = body.findIndex((statement) => statement.kind === "Defer" || defersIn([statement]).length > 0);
  const defer = body[at];
  if (defer === undefined) return body;
  const rest = spread(body.slice(at + 1), owner, context);
  if (defer.kind !== "Defer")
    return [...body.slice(0, at), ...(stacked(defer, rest, owner, context) ?? [defer, ...rest])];
  const { call } = defer;
  const closure = call.kind === "Call" && call.callee.kind === "Closure" ? call.callee : undefined;
  const made = closure
    ? deferredClosure(closure, call as ir.Call, rest, owner, context)
    : (closingBlock(call, rest, context) ?? deferredCall(call, rest, context));
  if (made === undefined) return [...body.slice(0, at), { ...defer }, ...rest];
  const [first, ...others] = made;
  const { leading, blankBefore } = defer;
  return [
    ...body.slice(0, at),
    { ...first!, ...(leading ? { leading } : {}), ...(blankBefore ? { blankBefore } : {}) },
    ...others,
  ];
}

function attempt(body: Body, handlers: readonly ir.Handler[], cleanup: Body): ir.Try {
  return {
    sort: "statement",
    kind: "Try",
    body: body.length === 0 ? [{ sort: "statement", kind: "Empty" }] : body,
    handlers,
    orElse: [],
    finally: cleanup,
    group: false,
  };
}

/** `defer file.Close()`: the rest is the block of a `with` over the file. */
function closingBlock(call: ir.Expression, rest: Body, context: PassContext): Body | undefined {
  if (call.kind !== "LibraryCall" || context.goSide(call.row) !== "$f.Close()") return undefined;
  const file = call.captures["f"];
  if (file?.kind !== "Variable" || !isStable(file, rest)) return undefined;
  return [{ sort: "statement", kind: "With", items: [{ context: file }], body: rest, isAsync: false }];
}

/** A call whose operands are evaluated now: what could change until it runs is kept in variables. */
function deferredCall(call: ir.Expression, rest: Body, context: PassContext): Body {
  const kept: ir.Statement[] = [];
  const keep = (operand: ir.Expression): ir.Expression => {
    if (isStable(operand, rest)) return operand;
    const held = context.temporary("deferred", operand.type);
    kept.push(assign(variable(held), operand, [held]));
    return variable(held);
  };
  const receiver = call.kind === "MethodCall" && isValueMethod(call) ? call.receiver : undefined;
  const copied = (operand: ir.Expression): ir.Expression => coerceGo(operand, operand.type);
  // A function literal that was put into a variable for this is called by its name.
  const callee = call.kind === "Call" && isHeld(call.callee) ? call.callee : undefined;
  const stable = mapChildren<ir.Expression>(call, (child) =>
    child.sort === "expression" && child !== callee && !isFunction(child)
      ? keep(child === receiver ? copied(child) : child)
      : child,
  );
  return [...kept, attempt(rest, [], [expressionStatement(stable)])];
}

/** A method that gets a copy of its object. */
function isValueMethod(call: ir.MethodCall): boolean {
  return call.receiver.type.kind === "named" && call.symbol?.methods.get(call.method)?.pointerReceiver !== true;
}

function isHeld(node: ir.Expression): boolean {
  return node.kind === "Variable" && isTemporary(node.binding);
}

function isFunction(node: ir.Expression): boolean {
  return node.kind === "Variable" && node.binding.kind === "function";
}

function isStable(node: ir.Expression, rest: Body): boolean {
  if (node.kind.endsWith("Literal") && isPure(node)) return true;
  if (node.kind === "Cast") return isStable(node.operand, rest);
  if (node.kind === "ListLiteral") return node.elements.every((element) => isStable(element, rest));
  return node.kind === "Variable" && node.binding.kind !== "global" && !isAssigned(node.binding, rest);
}

function isAssigned(binding: Binding, body: Body): boolean {
  let found = binding.captured && binding.assignments > 1;
  for (const statement of body) {
    walk(statement, (node) => {
      const targets = node.kind === "Assign" ? node.targets : node.kind === "Update" ? [node.target] : [];
      for (const target of targets)
        walk(target, (inner) => void (found ||= inner.kind === "Variable" && inner.binding === binding));
      if (node.kind === "AddressOf" && node.operand.kind === "Variable" && node.operand.binding === binding)
        found = true;
    });
  }
  return found;
}

/** `defer func() { … }()` */
function deferredClosure(
  closure: ir.Closure,
  call: ir.Call,
  rest: Body,
  owner: ir.Function | ir.Closure,
  context: PassContext,
): Body | undefined {
  const recovers = mentionsRecover(closure.body);
  if (closure.parameters.length > 0 || call.arguments.length > 0 || closure.body.some(returns)) {
    if (recovers) return withRecovery(closure, call, rest, owner, context);
    return changesAny(owner, closure)
      ? calledOverResults(closure, call, rest, owner, context)
      : calledLast(closure, call, rest, context);
  }
  const changesResults = (owner.results ?? []).some(
    (binding) => isAssigned(binding, closure.body) || reads(closure.body, binding),
  );
  if (!recovers) return changesResults ? overResults(closure, rest, owner) : [attempt(rest, [], closure.body)];
  return recovering(closure, rest, owner, context) ?? withRecovery(closure, call, rest, owner, context);
}

function changesAny(owner: ir.Function | ir.Closure, closure: ir.Closure): boolean {
  return (owner.results ?? []).some((binding) => isAssigned(binding, closure.body) || reads(closure.body, binding));
}

/** A deferred function with parameters or a `return` of its own: it is kept in a variable and called last. */
function calledLast(closure: ir.Closure, call: ir.Call, rest: Body, context: PassContext): Body {
  const held = context.temporary("cleanup", closure.type);
  return [assign(variable(held), closure, [held]), ...deferredCall({ ...call, callee: variable(held) }, rest, context)];
}

/** The same of one that sees or changes what is returned. */
function calledOverResults(
  closure: ir.Closure,
  call: ir.Call,
  rest: Body,
  owner: ir.Function | ir.Closure,
  context: PassContext,
): Body | undefined {
  const [held, ...others] = calledLast(closure, call, [], context);
  const last = others.at(-1);
  if (held === undefined || last?.kind !== "Try") return undefined;
  const spread = overResults({ ...closure, body: last.finally }, rest, owner);
  return spread && [held, ...others.slice(0, -1), ...spread];
}

/** The deferred function sees and changes what is returned: the rest becomes a function of its own, whose results it can find in the variables. */
function overResults(closure: ir.Closure, rest: Body, owner: ir.Function | ir.Closure): Body | undefined {
  const stored = storedResults(rest, owner);
  return stored && [attempt(stored.body, [], closure.body), { sort: "statement", kind: "Return", value: stored.value }];
}

/** The statements as a function whose results are put into the function's named results. */
function storedResults(
  rest: Body,
  owner: ir.Function | ir.Closure,
): { readonly body: Body; readonly value: ir.Expression } | undefined {
  const results = owner.results ?? [];
  if (results.some((binding) => binding.name === "_" || binding.name === "unnamed")) return undefined;
  const stored = results.map((binding) => variable(binding));
  const value = stored.length === 1 ? stored[0]! : tuple(stored);
  const inner: ir.Closure = {
    sort: "expression",
    kind: "Closure",
    parameters: [],
    result: owner.result,
    body: rest,
    type: { kind: "function", parameters: [], result: owner.result },
  };
  const call: ir.Call = { sort: "expression", kind: "Call", callee: inner, arguments: [], type: owner.result };
  return { body: [assign(value, call)], value };
}

function reads(body: Body, binding: Binding): boolean {
  let found = false;
  for (const statement of body)
    walk(statement, (node) => void (found ||= node.kind === "Variable" && node.binding === binding));
  return found;
}

/** `if r := recover(); r != nil { … }`: an `except` clause that ends with the function's present results. */
function recovering(
  closure: ir.Closure,
  rest: Body,
  owner: ir.Function | ir.Closure,
  context: PassContext,
): Body | undefined {
  const list = closure.body.length === 1 && closure.body[0]!.kind === "Block" ? closure.body[0].body : closure.body;
  const [first, test, ...others] = list;
  if (
    others.length > 0 ||
    first?.kind !== "Assign" ||
    first.value.kind !== "Recover" ||
    test?.kind !== "If" ||
    test.otherwise.length > 0
  )
    return undefined;
  const [target] = first.targets;
  if (
    target?.kind !== "Variable" ||
    test.test.kind !== "IsNone" ||
    !test.test.negated ||
    test.test.operand.kind !== "Variable" ||
    test.test.operand.binding !== target.binding
  )
    return undefined;
  if (mentionsRecover(test.then)) return undefined;
  const panic = context.temporary("panic", panicType);
  const value: ir.Expression = { sort: "expression", kind: "Recovered", operand: variable(panic), type: target.type };
  const results = owner.results ?? [];
  const result = owner.kind === "Function" || owner.kind === "Closure" ? owner.result : undefined;
  const given: ir.Statement[] =
    result === undefined || result.kind === "none"
      ? []
      : [
          {
            sort: "statement",
            kind: "Return",
            value:
              results.length > 0
                ? results.length === 1
                  ? variable(results[0]!)
                  : tuple(results.map((binding) => variable(binding)))
                : zeroOf(result),
          },
        ];
  const body = [assign(target, value, [target.binding]), ...test.then, ...given];
  return [attempt(rest, [{ types: [panicType], binding: panic, body }], [])];
}

function zeroOf(type: Type): ir.Expression {
  if (type.kind === "tuple") return tuple(type.elements.map(zeroOf));
  return { sort: "expression", kind: "ZeroValue", type };
}

/** What can be recovered from. */
const panicType = builtinException("BaseException");

function mentionsRecover(body: Body): boolean {
  let found = false;
  for (const statement of body) walk(statement, (node) => void (found ||= node.kind === "Recover"));
  return found;
}

function returns(statement: ir.Statement): boolean {
  return statement.kind === "Return" || bodiesOf(statement).some((inner) => inner.some(returns));
}
