import type * as go from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { bigIntType, listOf } from "../../types/build.ts";
import { iteratedType } from "../../types/members.ts";
import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { elementType } from "../passes/loops.ts";
import { specialCall } from "../special-methods.ts";
import { isTextFile } from "../text-file.ts";
import { Untranslatable } from "../untranslatable.ts";
import { enumerationOf, membersVariable } from "./enums.ts";
import { ifFailed } from "./failure.ts";
import { converted, type LoopRequest, place, rangeLoop } from "./loop-target.ts";
import { keysIn } from "./ordered-maps.ts";
import * as build from "./syntax.ts";
import { tupleElement, tupleForm } from "./tuples.ts";

/*
 * Loops over values that hold their elements: strings, slices, maps, channels and iterator functions.
 */

/** A loop over a value, which its type decides. Throws Untranslatable where the type is unknown or Go cannot range over it. */
export function overValue(node: ir.Expression, request: LoopRequest, context: GoLowerContext): readonly go.Stmt[] {
  const { type } = node;
  switch (type.kind) {
    case "string": {
      const value = converted(request.target, elementType(type), "r", (r) => build.call("string", r), request, context);
      return rangeLoop(undefined, value, context.expression(node), request);
    }
    case "bytes": {
      const value = converted(request.target, bigIntType, "b", (b) => build.call("int", b), request, context);
      return rangeLoop(undefined, value, context.expression(node), request);
    }
    case "list":
    case "array": {
      const value = place(request.target, type.element, "item", request, context);
      return rangeLoop(undefined, value, context.expression(node), request);
    }
    case "tuple":
      return overTuple(node, type, request, context);
    case "dict":
    case "set": {
      reportOrder(node, request, context);
      const key = place(request.target, elementType(type), "key", request, context);
      if (context.facts.isOrdered(type)) return rangeLoop(undefined, key, keysIn(context.expression(node)), request);
      return rangeLoop(key, undefined, context.expression(node), request);
    }
    case "iterator":
    case "channel": {
      if (type.kind === "iterator" && type.fails === true) return overFailing(node, type.element, request, context);
      const value = place(request.target, type.element, "value", request, context);
      return rangeLoop(value, undefined, context.expression(node), request);
    }
    case "named": {
      const call = iteratorCall(node);
      if (call) return overValue(call, request, context);
      if (!isTextFile(type)) break;
      const line = place(request.target, { kind: "string" }, "line", request, context);
      return rangeLoop(line, undefined, build.call(context.helper("lines"), context.expression(node)), request);
    }
    case "any":
      return overValue(
        expression("Cast", listOf(type), { operand: node, ...(node.origin ? { origin: node.origin } : {}) }),
        request,
        context,
      );
    case "optional":
      return overValue(expression("Cast", type.inner, { operand: node }), request, context);
    case "int": {
      const count = place(request.target, type, "i", request, context);
      return rangeLoop(count, undefined, context.expression(node), request);
    }
    case "class": {
      const members = enumerationOf(type.instance);
      if (!members) break;
      const value = place(request.target, type.instance, "member", request, context);
      return rangeLoop(undefined, value, build.ident(membersVariable(members.symbol, context)), request);
    }
  }
  throw new Untranslatable(
    "iteration",
    "What this loop goes through has a type that is not known here; Go ranges over slices, maps, strings, channels, integers and iterator functions.",
  );
}

/** Each value comes with an error, which is passed on before anything is done with the value. */
function overFailing(
  node: ir.Expression,
  element: Type,
  request: LoopRequest,
  context: GoLowerContext,
): readonly go.Stmt[] {
  const value = place(request.target, element, "value", request, context);
  const error = build.ident("err");
  const check = ifFailed(error, context.failure.propagate(error));
  const x = context.expression(node);
  const stored = [...value.head(undefined), ...request.body()];
  if (value.isAssigned && value.name !== undefined) {
    const name = context.fresh("value");
    const assigned = build.assign(build.ident(value.name), build.ident(name));
    return [build.range(name, "err", x, [check, assigned, ...stored])];
  }
  return [build.range(value.name ?? "_", "err", x, [check, ...stored])];
}

/** The call of `__iter__`, which gives an iterator function in Go; that of a class with `__next__` makes one of its calls. */
function iteratorCall(node: ir.Expression): ir.Expression | undefined {
  const call = specialCall(node, "__iter__", []);
  const element = call && iteratedType(node.type);
  if (!call || !element) return undefined;
  if (call.type.kind === "iterator" || call.type.kind === "list") return call;
  const isOwn = call.type.kind === "named" && node.type.kind === "named" && call.type.symbol === node.type.symbol;
  return isOwn ? { ...call, type: { kind: "iterator", element } } : iteratorCall(call);
}

function overTuple(
  node: ir.Expression,
  type: Extract<Type, { kind: "tuple" }>,
  request: LoopRequest,
  context: GoLowerContext,
): readonly go.Stmt[] {
  const value = place(request.target, elementType(type), "item", request, context);
  if (tupleForm(type) !== "struct") return rangeLoop(undefined, value, asSlice(node, type, context), request);
  const whole = context.expression(node);
  const stable = whole.kind === "Ident" ? whole : context.temporary("parts", whole);
  const elements = type.elements.map((_, position) => tupleElement(type, stable, position));
  return rangeLoop(
    undefined,
    value,
    build.composite(build.sliceType(context.type(elementType(type))), elements),
    request,
  );
}

/** A literal tuple that is only gone through is written as a slice. */
function asSlice(node: ir.Expression, type: Extract<Type, { kind: "tuple" }>, context: GoLowerContext): go.Expr {
  if (node.kind !== "TupleLiteral") return context.expression(node);
  return build.composite(build.sliceType(context.type(elementType(type))), context.expressions(node.elements));
}

/** Go's maps have no order; Python's dicts keep that of insertion. Sets have none that a program may rely on in either language. */
export function reportOrder(node: ir.Expression, request: LoopRequest, context: GoLowerContext): void {
  if (!request.isOrderObserved) return;
  if (node.type.kind === "set") reportSetOrder(node, request, context);
  if (node.type.kind !== "dict" || isGoMap(node.type) || context.facts.isOrdered(node.type)) return;
  context.report(request.node, {
    severity: "mark",
    code: "dict-order",
    message:
      "Python goes through a dict in the order of insertion; Go's order is random. Sort the keys, or keep them in a slice, where the order matters.",
  });
}

/** The order of a set is arbitrary in Python as well, but for numbers the same in every run, so that programs may show it. */
function reportSetOrder(node: ir.Expression, request: LoopRequest, context: GoLowerContext): void {
  const isStable = node.type.kind === "set" && node.type.element.kind !== "string";
  context.report(request.node, {
    severity: isStable ? "mark" : "caveat",
    code: "set-order",
    message:
      "The order of a set is arbitrary in both languages, and it differs between them. Sort the elements where the order matters.",
  });
}

/** Whether the map came from Go, so that its order was never certain. */
function isGoMap(type: Extract<Type, { kind: "dict" }>): boolean {
  return "ordered" in type && type.ordered === false;
}
