import type * as go from "../../go/tree.ts";
import { expression, tuple } from "../../ir/build.ts";
import { integerValue, isPure } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { bigIntType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { elementType } from "../passes/loops.ts";
import { Untranslatable } from "../untranslatable.ts";
import { overRange } from "./loop-range.ts";
import { converted, isUnread, type LoopRequest, partsOf, place, rangeLoop } from "./loop-target.ts";
import { overValue, reportOrder } from "./loop-value.ts";
import { freshVariable, sequenceOf } from "./sequences.ts";
import * as build from "./syntax.ts";
import { tupleForm } from "./tuples.ts";
import { store } from "./unpack.ts";

/*
 * Loops over the views of iterables: keys, values, entries, `enumerate`, `zip`, `reversed`.
 */

/** Makes the loop over any iterable. */
type MakeLoop = (request: LoopRequest, context: GoLowerContext) => readonly go.Stmt[];

/** A loop over a view. `iterate` makes the loop over what a view only passes on. Throws Untranslatable where Go has no such loop. */
export function overView(
  view: ir.Iterate,
  request: LoopRequest,
  iterate: MakeLoop,
  context: GoLowerContext,
): readonly go.Stmt[] {
  const [operand] = view.operands;
  if (operand === undefined) throw new Untranslatable("iteration", "There is nothing to iterate over here.");
  switch (view.form) {
    case "keys":
      return overValue(operand, request, context);
    case "values": {
      reportOrder(operand, request, context);
      const value = place(request.target, valueType(operand.type), "value", request, context);
      return rangeLoop(undefined, value, allOf(operand, context), request);
    }
    case "entries": {
      reportOrder(operand, request, context);
      return overPairs(
        keyType(operand.type),
        valueType(operand.type),
        ["key", "value"],
        () => allOf(operand, context),
        request,
        context,
      );
    }
    case "runes": {
      const parts = partsOf(request.target, 2);
      if (!parts) throw new Untranslatable("iteration", "This loop over a string needs two variables in Go.");
      const [key, value] = [
        place(parts[0]!, bigIntType, "i", request, context),
        place(parts[1]!, elementType(view.type), "r", request, context),
      ];
      return rangeLoop(key, value, context.expression(operand), request);
    }
    case "characters":
      return overValue(operand, request, context);
    case "enumerate":
      return overEnumeration(view, operand, request, iterate, context);
    case "zip":
      return overZip(view, request, context);
    case "reversed":
      return overReversed(operand, request, context);
  }
}

/** What gives the entries of a dict: the map itself, or an ordered one in its order. */
function allOf(dict: ir.Expression, context: GoLowerContext): go.Expr {
  const map = context.expression(dict);
  return context.facts.isOrdered(dict.type) ? build.call(build.selector(map, "All")) : map;
}

function keyType(type: Type): Type {
  return type.kind === "dict" ? type.key : { kind: "unknown" };
}
function valueType(type: Type): Type {
  return type.kind === "dict" ? type.value : { kind: "unknown" };
}

/** A loop that gives two values; a target that is one variable gets them as a tuple. */
function overPairs(
  first: Type,
  second: Type,
  hints: readonly [string, string],
  x: () => go.Expr,
  request: LoopRequest,
  context: GoLowerContext,
): readonly go.Stmt[] {
  const parts = partsOf(request.target, 2);
  if (parts) {
    const [key, value] = [
      place(parts[0]!, first, hints[0], request, context),
      place(parts[1]!, second, hints[1], request, context),
    ];
    return rangeLoop(key, value, x(), request);
  }
  const names = hints.map((hint) => context.fresh(hint));
  const type: Type = { kind: "tuple", elements: [first, second] };
  const pair = pairOf(
    names.map((name) => build.ident(name)),
    type,
    context,
  );
  const body = (): readonly go.Stmt[] => [
    ...store(request.target, pair, type, request.declares, context),
    ...request.body(),
  ];
  return [build.range(names[0], names[1], x(), body())];
}

function pairOf(
  elements: readonly go.Expr[],
  type: Extract<Type, { kind: "tuple" }>,
  context: GoLowerContext,
): go.Expr {
  const lowered = context.type(type);
  return build.composite(
    lowered,
    tupleForm(type) === "struct"
      ? elements.map((element, i) =>
          build.keyValue(build.ident(i === 0 ? "First" : i === 1 ? "Second" : "Third"), element),
        )
      : elements,
  );
}

/** Go's `range` counts for lists; everything else is counted by a variable. */
function overEnumeration(
  view: ir.Iterate,
  operand: ir.Expression,
  request: LoopRequest,
  iterate: MakeLoop,
  context: GoLowerContext,
): readonly go.Stmt[] {
  const isFromZero = view.start === undefined || integerValue(view.start) === 0n;
  const parts = partsOf(request.target, 2);
  const { type } = operand;
  const isCounted = isFromZero && isListLike(operand) && type.kind !== "bytes";
  const element = elementType(type);
  if (isCounted)
    return overPairs(bigIntType, element, ["i", "value"], () => context.expression(operand), request, context);
  if (isFromZero && type.kind === "string" && parts) {
    const key = place(parts[0]!, bigIntType, "i", request, context);
    const value = converted(parts[1]!, element, "r", (r) => build.call("string", r), request, context);
    return rangeLoop(
      key,
      value,
      build.call(build.sliceType(build.ident("rune")), context.expression(operand)),
      request,
    );
  }
  if (!parts) {
    const [index, value] = [freshVariable("i", bigIntType), freshVariable("value", element)];
    const pair = pairType(element);
    const body = (): readonly go.Stmt[] => [
      ...store(
        request.target,
        pairOf([context.expression(index), context.expression(value)], pair, context),
        pair,
        request.declares,
        context,
      ),
      ...request.body(),
    ];
    const declares = [...request.declares, index.binding, value.binding];
    return overEnumeration(
      view,
      operand,
      { ...request, target: tuple([index, value]), declares, body },
      iterate,
      context,
    );
  }
  if (isUnread(parts[0]!, request) && (view.start === undefined || isPure(view.start)))
    return iterate({ ...request, target: parts[1]!, iterable: operand }, context);
  if (
    view.start !== undefined &&
    isListLike(operand) &&
    type.kind !== "bytes" &&
    integerValue(view.start) !== undefined
  ) {
    const index = freshVariable("i", bigIntType);
    const number = expression("Arithmetic", bigIntType, { operator: "add", left: index, right: view.start });
    const body = (): readonly go.Stmt[] => [
      ...store(parts[0]!, context.expression(number), bigIntType, request.declares, context),
      ...request.body(),
    ];
    const counted = {
      ...request,
      target: tuple([index, parts[1]!]),
      declares: [...request.declares, index.binding],
      body,
    };
    return overPairs(bigIntType, element, ["i", "value"], () => context.expression(operand), counted, context);
  }
  const counter = context.temporary("i", view.start === undefined ? build.integer(0) : context.expression(view.start));
  const inner: LoopRequest = {
    ...request,
    target: parts[1]!,
    iterable: operand,
    body: () => [
      ...store(parts[0]!, counter, bigIntType, request.declares, context),
      build.increment(counter),
      ...request.body(),
    ],
  };
  return iterate(inner, context);
}

function pairType(element: Type): Extract<Type, { kind: "tuple" }> {
  return { kind: "tuple", elements: [bigIntType, element] };
}

function isListLike(node: ir.Expression): boolean {
  if (node.kind === "Range" || node.kind === "Iterate" || (node.kind === "Comprehension" && node.result === "iterator"))
    return false;
  const { type } = node;
  return (
    type.kind === "list" ||
    type.kind === "array" ||
    type.kind === "bytes" ||
    (type.kind === "tuple" && tupleForm(type) !== "struct")
  );
}

/** The shortest of the lists decides; each is read by one index. */
function overZip(view: ir.Iterate, request: LoopRequest, context: GoLowerContext): readonly go.Stmt[] {
  const [rows] = view.operands;
  if (rows?.kind === "Spread") {
    if (rows.type.kind !== "list" || rows.type.element.kind !== "list")
      throw new Untranslatable("zip-spread", "`zip` of spread arguments is only translated for a list of lists.");
    const column = place(request.target, elementType(view.type), "column", request, context);
    return rangeLoop(
      undefined,
      column,
      build.call(context.helper("transpose"), context.expression(rows.operand)),
      request,
    );
  }
  const lazy = view.operands.filter((operand) => isLazy(operand) && operand.kind !== "Range" && !isCount(operand));
  if (lazy.length > 0 || view.operands.every((operand) => operand.kind === "Range" || isCount(operand)))
    return overIterators(view, request, context);
  return overColumns(
    view.operands.map((operand) => columnOf(operand, context)),
    request,
    context,
  );
}

/** One operand of a `zip` that is read by an index. */
interface Column {
  readonly type: Type;
  readonly at: (index: go.Expr) => go.Expr;
  /** How many elements it has; absent where it never ends. */
  readonly length: go.Expr | undefined;
}

function isCount(operand: ir.Expression): operand is ir.Itertool {
  return operand.kind === "Itertool" && operand.tool === "count" && elementType(operand.type).kind === "int";
}

/** Whether the operand computes its elements when they are asked for, and may never end. */
function isLazy(operand: ir.Expression): boolean {
  return operand.type.kind === "iterator" && operand.kind !== "Iterate";
}

function columnOf(operand: ir.Expression, context: GoLowerContext): Column {
  const type = elementType(operand.type);
  if (operand.kind === "Range" || isCount(operand)) {
    const [start, step] =
      operand.kind === "Range" ? [operand.start, operand.step] : [operand.options.start, operand.options.step];
    const [first, by] = context.expressions([start ?? literal(0n), step ?? literal(1n)]) as [go.Expr, go.Expr];
    const isPlain = operand.kind === "Range" && integerValue(step) !== 1n;
    if (isPlain) return listColumn(collected(operand), type, context);
    const scaled = (index: go.Expr): go.Expr =>
      step === undefined || integerValue(step) === 1n ? index : build.binary(index, "*", by);
    const isZero = start === undefined || integerValue(start) === 0n;
    const stop = operand.kind === "Range" ? context.expression(operand.stop) : undefined;
    return {
      type,
      at: (index) => (isZero ? scaled(index) : build.binary(scaled(index), "+", first)),
      length: stop && (isZero ? stop : build.binary(stop, "-", first)),
    };
  }
  return listColumn(isListLike(operand) ? operand : collected(operand), type, context);
}

function listColumn(operand: ir.Expression, type: Type, context: GoLowerContext): Column {
  const lowered = context.expression(operand);
  const list = lowered.kind === "Ident" ? lowered : context.temporary("list", lowered);
  return { type, at: (index) => build.index(list, index), length: build.call("len", list) };
}

function overColumns(columns: readonly Column[], request: LoopRequest, context: GoLowerContext): readonly go.Stmt[] {
  const types = columns.map((column) => column.type);
  const parts = partsOf(request.target, columns.length);
  const at = context.fresh("i");
  const elements = columns.map((column) => column.at(build.ident(at)));
  const type: Type = { kind: "tuple", elements: types };
  const head = (): readonly go.Stmt[] =>
    parts
      ? parts.flatMap((part, i) =>
          isUnread(part, request) ? [] : store(part, elements[i]!, types[i]!, request.declares, context),
        )
      : store(request.target, pairOf(elements, type, context), type, request.declares, context);
  const lengths = columns.flatMap(({ length }) => (length ? [length] : []));
  const [only, ...others] = lengths;
  const bound = others.length === 0 && only ? only : build.call("min", ...lengths);
  return [build.range(at, undefined, bound, [...head(), ...request.body()])];
}

/** Iterators go side by side, one value at a time. */
function overIterators(view: ir.Iterate, request: LoopRequest, context: GoLowerContext): readonly go.Stmt[] {
  const [first, second, ...others] = view.operands;
  if (!first || !second || others.length > 0)
    throw new Untranslatable(
      "zip-iterators",
      "`zip` of more than two iterators is not translated; Go programs use `iter.Pull`.",
    );
  const x = (): go.Expr => {
    const [a, b] = [sequenceOf(first, context), sequenceOf(second, context)];
    return build.call(context.helper("zip"), a, b);
  };
  return overPairs(elementType(first.type), elementType(second.type), ["first", "second"], x, request, context);
}

function overReversed(operand: ir.Expression, request: LoopRequest, context: GoLowerContext): readonly go.Stmt[] {
  if (operand.kind === "Range" && integerValue(operand.step) === 1n) {
    const one = expression("IntegerLiteral", bigIntType, { value: 1n });
    const minusOne = (node: ir.Expression): ir.Expression => {
      const value = integerValue(node);
      return value !== undefined
        ? literal(value - 1n)
        : expression("Arithmetic", bigIntType, { operator: "subtract", left: node, right: one });
    };
    const range = expression("Range", operand.type, {
      start: minusOne(operand.stop),
      stop: minusOne(operand.start),
      step: literal(-1n),
    });
    return overRange(range, request, context);
  }
  const list = isListLike(operand) ? operand : collected(operand);
  const value = place(request.target, elementType(list.type), "value", request, context);
  return rangeLoop(undefined, value, build.libraryCall("slices", "Backward", context.expression(list)), request);
}

function literal(value: bigint): ir.Expression {
  const magnitude = expression("IntegerLiteral", bigIntType, { value: value < 0n ? -value : value });
  return value < 0n ? expression("Negate", bigIntType, { operand: magnitude }) : magnitude;
}

/** The iterable as a list, to be read by index. */
export function collected(operand: ir.Expression): ir.Expression {
  return expression("Collect", { kind: "list", element: elementType(operand.type) }, { operand });
}
