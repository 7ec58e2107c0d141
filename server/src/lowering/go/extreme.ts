import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren } from "../../ir/walk.ts";
import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { elementOf, forEachElement, listOfElements } from "./collect.ts";
import { compare, compareFunction, isPlainlyOrdered } from "./equality.ts";
import { entryKey } from "./entry-key.ts";
import * as build from "./syntax.ts";
import { tupleLiteral } from "./tuples.ts";

/** `min` and `max`: of several operands, or of the elements of an iterable, perhaps by a key. */
export function extremeToGo(node: ir.Extreme, context: GoLowerContext): go.Expr {
  const isMinimum = node.operator === "minimum";
  if (node.operands) return ofOperands(node, node.operands, isMinimum, context);
  if (!node.iterable) throw new Untranslatable("extreme", "`min` and `max` need operands.");
  if (node.fallback) return withFallback(node, node.iterable, node.fallback, isMinimum, context);
  const element = elementOf(node.iterable);
  const key = node.key ?? entryKey(node.iterable);
  if (key)
    return byKey(
      listOfElements(node.iterable, false, node.key !== undefined, context),
      element,
      key,
      isMinimum,
      context,
    );
  const list = listOfElements(node.iterable, false, false, context);
  if (isPlainlyOrdered(element)) return build.libraryCall("slices", isMinimum ? "Min" : "Max", list);
  return build.libraryCall("slices", isMinimum ? "MinFunc" : "MaxFunc", list, compareFunction(element, context));
}

function ofOperands(
  node: ir.Extreme,
  operands: readonly ir.Expression[],
  isMinimum: boolean,
  context: GoLowerContext,
): go.Expr {
  const lowered = context.expressions(operands);
  if (!node.key && isPlainlyOrdered(node.type)) return build.call(isMinimum ? "min" : "max", ...lowered);
  const list = build.composite(build.sliceType(context.type(node.type)), lowered);
  if (node.key) return byKey(list, node.type, node.key, isMinimum, context);
  return build.libraryCall("slices", isMinimum ? "MinFunc" : "MaxFunc", list, compareFunction(node.type, context));
}

/** The body of a key that must be evaluated once for each element: that can be seen, or it takes statements, which are no matter for a comparison. */
export function keyEvaluatedOnce(
  key: ir.Expression,
  context: GoLowerContext,
): { readonly item: ir.Variable["binding"]; readonly value: ir.Expression } | undefined {
  if (key.kind !== "Closure") return undefined;
  const [parameter, ...others] = key.parameters;
  const [only, ...more] = key.body;
  if (!parameter || others.length + more.length > 0 || only?.kind !== "Return" || !only.value) return undefined;
  const { value } = only;
  const isSeen =
    context.facts.effects.hasEffects(value) || context.capture(() => context.expression(value)).emitted.length > 0;
  return isSeen ? { item: parameter.binding, value } : undefined;
}

/** Goes through the elements and keeps the first whose key is the least, or the greatest. */
function byKeyOnce(
  list: go.Expr,
  { item, value }: NonNullable<ReturnType<typeof keyEvaluatedOnce>>,
  isMinimum: boolean,
  context: GoLowerContext,
): go.Expr {
  const items = list.kind === "Ident" ? list : context.temporary("items", list);
  const name = isMinimum ? "least" : "greatest";
  // Without any element this panics, where Python raises a ValueError.
  const found = context.temporary(name, build.index(items, build.integer(0)));
  const best = build.ident(context.fresh(`${name}Key`));
  const position = context.fresh("i");
  const element = build.ident(context.name(item));
  const body = context.capture(() => {
    const key = context.temporary("key", context.expression(value));
    const order = isPlainlyOrdered(value.type)
      ? build.binary(key, isMinimum ? "<" : ">", best)
      : build.binary(compare(key, best, value.type, context), isMinimum ? "<" : ">", build.integer(0));
    const isFirst = build.binary(build.ident(position), "==", build.integer(0));
    return build.ifStatement(build.binary(isFirst, "||", order), [build.assign([found, best], [element, key])]);
  });
  context.emit(
    build.declare(best.name, context.type(value.type)),
    build.range(position, element.name, items, [...body.emitted, body.value]),
  );
  return found;
}

/** slices.MinFunc and slices.MaxFunc give the first of several equal elements, as Python does. */
function byKey(list: go.Expr, element: Type, key: ir.Expression, isMinimum: boolean, context: GoLowerContext): go.Expr {
  const once = keyEvaluatedOnce(key, context);
  if (once) return byKeyOnce(list, once, isMinimum, context);
  return build.libraryCall(
    "slices",
    isMinimum ? "MinFunc" : "MaxFunc",
    list,
    keyComparison(element, key, false, context),
  );
}

/** A function that compares two elements by their keys, for sorting and searching; the greater first with `isReversed`. */
export function keyComparison(
  element: Type,
  key: ir.Expression,
  isReversed: boolean,
  context: GoLowerContext,
): go.Expr {
  const [a, b] = [context.fresh("a"), context.fresh("b")];
  const names = isReversed ? [b, a] : [a, b];
  const body = context.capture(() => {
    const [left, right] = names.map((name) => keyOf(build.ident(name), element, key, context)) as [Keyed, Keyed];
    if (left.type.kind === "tuple" && left.parts && right.parts && left.parts.length > 0) {
      const { elements } = left.type;
      const parts = left.parts.map((part, i) =>
        compare(part, right.parts![i]!, elements[i] ?? { kind: "unknown" }, context),
      );
      return parts.length === 1 ? parts[0]! : build.libraryCall("cmp", "Or", ...parts);
    }
    return compare(whole(left, context), whole(right, context), left.type, context);
  });
  const lowered = context.type(element);
  return build.functionLiteral(
    [
      [a, lowered],
      [b, lowered],
    ],
    [build.ident("int")],
    build.block([...body.emitted, build.returnStatement(body.value)]),
  );
}

interface Keyed {
  readonly value?: go.Expr;
  /** The parts of a key that is a tuple display. */
  readonly parts?: readonly go.Expr[];
  readonly type: Type;
}

function whole(keyed: Keyed, context: GoLowerContext): go.Expr {
  if (keyed.value) return keyed.value;
  if (keyed.type.kind !== "tuple") throw new Untranslatable("sort-key", "This key is not translated.");
  return tupleLiteral(
    keyed.type,
    keyed.parts ?? [],
    (type) => context.type(type),
    (name) => context.helper(name),
  );
}

/** The key of one element: the body of the key's function with the element in place of its parameter. */
function keyOf(element: go.Expr, type: Type, key: ir.Expression, context: GoLowerContext): Keyed {
  if (key.kind === "Closure") {
    const [parameter] = key.parameters;
    const [only] = key.body;
    if (parameter && key.body.length === 1 && only?.kind === "Return" && only.value) {
      return substituted(only.value, parameter.binding, element, type, context);
    }
  }
  const result = key.type.kind === "function" ? key.type.result : { kind: "unknown" as const };
  return { value: build.call(context.expression(key), element), type: result };
}

/** The parameter becomes a variable that has the name of the compared element, so that both sides are lowered from one body. */
function substituted(
  body: ir.Expression,
  binding: ir.Variable["binding"],
  element: go.Expr,
  type: Type,
  context: GoLowerContext,
): Keyed {
  const own = { ...binding, type, name: element.kind === "Ident" ? element.name : binding.name };
  const renamed = substitute(body, binding, own);
  const lower = (node: ir.Expression): go.Expr => {
    const { value, emitted } = context.capture(() => context.expression(node));
    const name = context.name(own);
    context.emit(...emitted.map((statement) => replaceName(statement, name, element)));
    return replaceName(value, name, element);
  };
  if (renamed.kind === "TupleLiteral" && !renamed.elements.some((item) => item.kind === "Spread")) {
    return {
      parts: renamed.elements.map(lower),
      type: { kind: "tuple", elements: renamed.elements.map((item) => item.type) },
    };
  }
  return { value: lower(renamed), type: renamed.type };
}

function substitute<N extends ir.Node>(node: N, from: ir.Variable["binding"], to: ir.Variable["binding"]): N {
  if (node.kind === "Variable" && node.binding === from) return { ...node, binding: to };
  return mapChildren(node, (child) => substitute(child, from, to));
}

/** Puts the element where the lowered key names its parameter. */
function replaceName<Node extends go.Expr | go.Stmt>(node: Node, name: string, element: go.Expr): Node {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== "object" || value === null) return value;
    const part = value as { readonly kind?: string; readonly name?: string };
    if (part.kind === "Ident" && part.name === name) return element;
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => [
        key,
        key === "span" || key === "origin" || key === "sel" ? inner : visit(inner),
      ]),
    );
  };
  return visit(node) as Node;
}

function withFallback(
  node: ir.Extreme,
  iterable: ir.Expression,
  fallback: ir.Expression,
  isMinimum: boolean,
  context: GoLowerContext,
): go.Expr {
  const element = elementOf(iterable);
  if (node.type.kind === "optional" || node.key) {
    const list = context.temporary("items", listOfElements(iterable, false, node.key !== undefined, context));
    const name = context.fresh(isMinimum ? "least" : "greatest");
    const other = context.capture(() => context.expression(fallback));
    const found = context.capture(() =>
      node.key
        ? byKey(list, element, node.key, isMinimum, context)
        : isPlainlyOrdered(element)
          ? build.libraryCall("slices", isMinimum ? "Min" : "Max", list)
          : build.libraryCall("slices", isMinimum ? "MinFunc" : "MaxFunc", list, compareFunction(element, context)),
    );
    const isPointer = context.type(node.type).kind === "StarExpr" && context.type(element).kind !== "StarExpr";
    const value = isPointer ? build.call(context.helper("ptr"), found.value) : found.value;
    const isNil = other.value.kind === "Ident" && other.value.name === "nil";
    context.emit(
      build.declare(name, context.type(node.type)),
      build.ifStatement(
        build.binary(build.call("len", list), ">", build.integer(0)),
        [...found.emitted, build.assign(build.ident(name), value)],
        isNil ? [] : [...other.emitted, build.assign(build.ident(name), other.value)],
      ),
    );
    return build.ident(name);
  }
  return looped(iterable, fallback, isMinimum, context);
}

/** Without a key a loop finds it at once, and the fallback stands for "none yet". */
function looped(
  iterable: ir.Expression,
  fallback: ir.Expression,
  isMinimum: boolean,
  context: GoLowerContext,
): go.Expr {
  const result = context.temporary(isMinimum ? "least" : "greatest", context.expression(fallback));
  const isFirst = context.temporary("isFirst", build.ident("true"));
  const loops = context.capture(() =>
    forEachElement(iterable, "item", false, context, (element, type) => {
      const stable = element.kind === "Ident" ? element : context.temporary("item", element);
      const better = isPlainlyOrdered(type)
        ? build.binary(stable, isMinimum ? "<" : ">", result)
        : build.binary(compare(stable, result, type, context), isMinimum ? "<" : ">", build.integer(0));
      return [
        build.ifStatement(build.binary(isFirst, "||", better), [
          build.assign([result, isFirst], [stable, build.ident("false")]),
        ]),
      ];
    }),
  );
  context.emit(...loops.emitted, ...loops.value);
  return result;
}
