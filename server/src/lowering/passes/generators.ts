import { isLoop } from "../../ir/blocks.ts";
import { expression, ifStatement, localBinding, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { forEachChild, mapChildren, walk } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { boolType } from "../../types/build.ts";
import type { FunctionType, Type } from "../../types/type.ts";
import { isWaiting } from "../concurrency.ts";
import { generated, pushed, yieldParameter, yieldPosition } from "../push-iterators.ts";
import { callableType, methodOwner } from "../waiting-values.ts";
import type { Pass, PassContext } from "./pass.ts";
import { Generator } from "./push-iterators.ts";

/*
 * What uses Go's iterators: loops over them, functions that make them, calls that hand them a function.
 */

export const generatorsPass: Pass = {
  name: "generators",
  reason: "Go's iterators call a function for each value; Python's are generators, which the loop asks for values.",
  from: "go",
  to: "python",
  run: (declarations, context) =>
    declarations.map((declaration) => {
      checkRepeated(declaration, context);
      return rewrite(declaration, context) as ir.Declaration;
    }),
};

function rewrite(node: ir.Node, context: PassContext): ir.Node {
  const made = node.kind === "ExpressionStatement" ? (handedFunction(node, context) ?? node) : node;
  const own = made.kind === "Function" || made.kind === "Closure" ? asGenerator(made, context) : made;
  const callee = own.kind === "Call" ? own.callee : undefined;
  const inner = mapChildren(own, (child) => {
    if (child === callee && child.kind === "Variable") return child;
    const done = rewrite(child, context);
    const isIterated = own.kind === "ForEach" && child === own.iterable;
    return done.sort === "expression" && (isIterated || givesIterator(done)) ? goneThrough(done) : done;
  });
  if (inner.kind === "Closure" && own !== made) return started(inner);
  return inner.kind === "Function" ? merged(inner) : inner;
}

function asGenerator<F extends ir.Function | ir.Closure>(node: F, context: PassContext): F {
  if (yieldParameter(node) === undefined) return node;
  if (waits(node, context)) {
    context.report(node, {
      severity: "mark",
      code: "iterator-waits",
      message:
        "This iterator waits for other goroutines between its values; in Python it is an asynchronous generator, and all loops over it are `async for`.",
    });
    return node;
  }
  const made = Generator.of(node);
  if (made) return made;
  context.report(node, {
    severity: "mark",
    code: "push-iterator",
    message:
      "This iterator does more with its `yield` than to call it and to stop where it says so, which a generator of Python does not see.",
  });
  return node;
}

function waits(owner: ir.Function | ir.Closure, { facts }: PassContext): boolean {
  let found = false;
  for (const statement of owner.body)
    walk(statement, (node) => {
      found ||=
        isWaiting(node) ||
        (node.kind === "MethodCall" && node.symbol !== undefined && facts.methodSuspends(node.symbol, node.method)) ||
        (node.kind === "Call" && node.callee.kind === "Variable" && facts.suspends(node.callee.binding));
      return node.kind !== "Closure" && node.kind !== "Spawn";
    });
  return found;
}

/** A literal that is an iterator is a generator function: calling it gives the iterator. */
function started(node: ir.Closure): ir.Expression {
  return expression("Call", node.result, {
    callee: node,
    arguments: [],
    ...(node.origin ? { origin: node.origin } : {}),
  });
}

/** A function that only returns an iterator is the generator itself. */
function merged(node: ir.Function): ir.Function {
  const [only, ...others] = node.body;
  if (only?.kind !== "Return" || others.length > 0 || only.value?.kind !== "Call" || node.isGenerator) return node;
  const { callee } = only.value;
  if (callee.kind !== "Closure" || callee.result.kind !== "iterator" || only.value.arguments.length > 0) return node;
  if (node.parameters.some(({ kind }) => kind === "variadic")) return node;
  return { ...node, isGenerator: true, result: callee.result, several: false, body: callee.body };
}

/** A declared iterator that is handed on as a value: `Take(naturals, 4)`. */
function givesIterator(node: ir.Expression): boolean {
  const type = callableType(node.type);
  const isNamed = (node.kind === "Variable" && node.binding.kind === "function") || methodOwner(node) !== undefined;
  return (
    isNamed && type !== undefined && type.parameters.length === 1 && yieldPosition(declaredType(node) ?? type) === 0
  );
}

function declaredType(node: ir.Expression): FunctionType | undefined {
  return node.kind === "Variable" ? callableType(node.binding.type) : undefined;
}

/** `range l.All` names a method that is a generator. */
function goneThrough(node: ir.Expression): ir.Expression {
  const symbol = methodOwner(node);
  if (node.kind === "Field" && symbol)
    return expression("MethodCall", node.type, {
      receiver: node.object,
      method: node.name,
      symbol,
      arguments: [],
      ...(node.origin ? { origin: node.origin } : {}),
    });
  if (node.kind === "Variable" && node.binding.kind === "function")
    return expression("Call", node.type, {
      callee: node,
      arguments: [],
      ...(node.origin ? { origin: node.origin } : {}),
    });
  return node;
}

/** `l.All(func(v int) bool { … })`: the function is called for each value, until it says no. */
function handedFunction(node: ir.ExpressionStatement, context: PassContext): ir.ForEach | undefined {
  const { expression: call } = node;
  if (call.kind !== "Call" && call.kind !== "MethodCall") return undefined;
  const type = calledType(call);
  const position = type ? yieldPosition(type) : -1;
  const handed = call.arguments[position]?.value;
  if (handed === undefined || (handed.kind === "Variable" && handed.binding.name === "yield")) return undefined;
  const yielded = callableType(type!.parameters[position]!.type)!;
  const values = yielded.parameters.map((parameter, at) => context.temporary(`value${at + 1}`, parameter.type));
  const rest = call.arguments.filter((_, at) => at !== position);
  const source: ir.Expression = { ...call, arguments: rest, type: generated(yielded) };
  const isKept = call.kind === "Call" && !(call.callee.kind === "Variable" && call.callee.binding.kind === "function");
  const goesOn = expression("Call", boolType, {
    callee: handed,
    arguments: values.map((value) => ({ value: variable(value) })),
  });
  return {
    sort: "statement",
    kind: "ForEach",
    target: targetOf(values),
    iterable: isKept && call.kind === "Call" ? { ...call.callee, type: source.type } : source,
    body: [ifStatement(expression("Not", boolType, { operand: goesOn }), [{ sort: "statement", kind: "Break" }])],
    orElse: [],
    declares: values,
    isAsync: false,
    ...(node.origin ? { origin: node.origin } : {}),
  };
}

function targetOf(values: readonly Binding[]): ir.Expression {
  const [first] = values;
  if (first === undefined) return variable(localBinding("_", { kind: "none" }, "_"));
  if (values.length === 1) return variable(first);
  return expression(
    "TupleLiteral",
    { kind: "tuple", elements: values.map(({ type }) => type) },
    {
      elements: values.map((value) => variable(value)),
    },
  );
}

function calledType(call: ir.Call | ir.MethodCall): FunctionType | undefined {
  if (call.kind === "MethodCall") return call.symbol?.methods.get(call.method)?.type;
  return callableType(call.callee.type);
}

/** A generator can be gone through once; Go's iterators begin anew. */
function checkRepeated(declaration: ir.Declaration, context: PassContext): void {
  const uses = new Map<Binding, number>();
  const visit = (node: ir.Node, loops: readonly ReadonlySet<Binding>[]): void => {
    const callee = node.kind === "Call" ? node.callee : undefined;
    const inside = node.sort === "statement" && isLoop(node) ? [...loops, declaredIn(node)] : loops;
    forEachChild(node, (child) => {
      const isHead = node.kind === "ForEach" && child === node.iterable;
      if (child.kind === "Variable" && isIterator(child, isHead) && !isTarget(node, child)) {
        const around = isHead ? loops : inside;
        const isRepeated = around.length > 0 && !around.at(-1)!.has(child.binding);
        const count = (uses.get(child.binding) ?? 0) + (isRepeated ? 2 : 1);
        uses.set(child.binding, count);
        if (count > 1) repeated(child, context);
      }
      if (child !== callee || child.kind !== "Variable") visit(child, inside);
    });
  };
  visit(declaration, []);
}

function isIterator(node: ir.Variable, isHead: boolean): boolean {
  if (node.binding.kind === "function" || node.binding.name === "yield") return false;
  const type: Type = isHead ? node.binding.type : node.type;
  return pushed(type) !== undefined;
}

function isTarget(node: ir.Node, child: ir.Node): boolean {
  return node.kind === "Assign" && (node.targets as readonly ir.Node[]).includes(child);
}

function declaredIn(loop: ir.Node): ReadonlySet<Binding> {
  const found = new Set<Binding>();
  const visit = (node: ir.Node): void => {
    if (node.kind === "Assign") node.declares.forEach((binding) => found.add(binding));
    if (node.kind === "Declare") found.add(node.binding);
    forEachChild(node, visit);
  };
  visit(loop);
  return found;
}

function repeated(node: ir.Variable, context: PassContext): void {
  context.report(node, {
    severity: "mark",
    code: "iterator-twice",
    message:
      "This iterator is gone through more than once; a generator of Python gives its values once. Keep them in a list, or make the generator anew.",
  });
}
