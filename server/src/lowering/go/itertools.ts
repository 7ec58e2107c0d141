import type * as go from "../../go/tree.ts";
import { expression, tuple, variable } from "../../ir/build.ts";
import { breaksOf } from "../../ir/blocks.ts";
import { integerValue, isPure, isSimple } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { bigIntType, iteratorOf, listOf, tupleOf } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { elementType } from "../passes/loops.ts";
import { Untranslatable } from "../untranslatable.ts";
import { listOfElements } from "./collect.ts";
import { converted, type LoopRequest, partsOf, place, rangeLoop } from "./loop-target.ts";
import { elementsOf, freshVariable, held, iteratorFunction, sequenceOf } from "./sequences.ts";
import * as build from "./syntax.ts";
import { tupleForm } from "./tuples.ts";
import { store } from "./unpack.ts";

/*
 * Python's `itertools` in Go: loops within loops where that is what people write, else iterator functions that helpers make.
 */

type MakeLoop = (request: LoopRequest, context: GoLowerContext) => readonly go.Stmt[];

/** Tools whose helper gives two values at a time. */
const pairs: ReadonlySet<ir.IteratorTool> = new Set(["groupby", "pairwise", "zip_longest"]);
/** Tools whose helper gives slices, where Python gives tuples. */
const selections: ReadonlySet<ir.IteratorTool> = new Set([
  "combinations",
  "combinations_with_replacement",
  "permutations",
  "product",
]);

/** The loop over what the tool gives. */
export function overItertool(
  node: ir.Itertool,
  request: LoopRequest,
  iterate: MakeLoop,
  context: GoLowerContext,
): readonly go.Stmt[] {
  const nested = asComprehension(node, context, variablesOf(request));
  if (nested) return iterate({ ...request, iterable: nested }, context);
  if (node.tool === "count") return counting(node, request, context);
  const element = elementType(node.type);
  if (node.tool === "pairwise" && isList(node.operands[0])) return neighbours(node, element, request, context);
  const values = helperCall(node, context);
  if (pairs.has(node.tool)) return inPairs(values, element, request, context);
  if (selections.has(node.tool) && element.kind === "tuple" && element.rest === undefined) {
    if (request.target.kind === "TupleLiteral")
      return rangeLoop(place(request.target, element, "chosen", request, context), undefined, values, request);
    const convert = (chosen: go.Expr): go.Expr => build.call(context.type(element), chosen);
    return rangeLoop(
      converted(request.target, element, "chosen", convert, request, context),
      undefined,
      values,
      request,
    );
  }
  return rangeLoop(place(request.target, element, "value", request, context), undefined, values, request);
}

/** The variables of a loop that are all its own, so that loops within loops can count with them. */
function variablesOf({ target, declares, statements }: LoopRequest): readonly ir.Variable[] | undefined {
  if (target.kind !== "TupleLiteral" || breaksOf(statements).length > 0) return undefined;
  const found = target.elements.flatMap((part) => (part.kind === "Variable" ? [part] : []));
  const isOwn = found.length === target.elements.length && found.every(({ binding }) => declares.includes(binding));
  return isOwn ? found : undefined;
}

/** The tool as a value: an iterator function. */
export function itertoolToGo(node: ir.Itertool, context: GoLowerContext): go.Expr {
  if (node.tool === "tee") return separate(node, context);
  const element = elementType(node.type);
  const nested = asComprehension(node, context);
  if (nested) return nested.kind === "Comprehension" ? iteratorFunction(nested, context) : sequenceOf(nested, context);
  const isConverted = selections.has(node.tool) && element.kind === "tuple" && element.rest === undefined;
  const isPair = pairs.has(node.tool);
  if (node.tool !== "count" && !isConverted && !isPair) return helperCall(node, context);
  const target =
    isPair && element.kind === "tuple"
      ? tuple(element.elements.map((part, position) => freshVariable(position === 0 ? "first" : "second", part)))
      : freshVariable("item", element);
  const operands = node.operands.map((operand) => (isPure(operand) ? operand : held(operand, "items", context)));
  const { clauses, ...all } = elementsOf({ ...node, operands });
  return iteratorFunction(
    { ...all, element: target, clauses: clauses.map((clause) => ({ ...clause, target })) },
    context,
  );
}

function isList(node: ir.Expression | undefined): boolean {
  return node !== undefined && node.type.kind === "list" && node.kind !== "Iterate" && node.kind !== "Range";
}

/** Whether going through it twice costs nothing and gives the same. */
function isSteady(node: ir.Expression): boolean {
  if (node.kind === "Range") return [node.start, node.stop, node.step].every(isSimple);
  return (
    isSimple(node) &&
    (node.type.kind === "list" || node.type.kind === "string" || node.type.kind === "set" || node.type.kind === "tuple")
  );
}

/** The operand as something that may be gone through again and again. */
function steady(node: ir.Expression, context: GoLowerContext): ir.Expression {
  if (isSteady(node)) return node;
  const type = listOf(elementType(node.type));
  return held(expression("Collect", type, { operand: node }), "items", context);
}

/** Loops within loops, for the tools that stand for them. */
function asComprehension(
  node: ir.Itertool,
  context: GoLowerContext,
  wanted?: readonly ir.Variable[],
): ir.Expression | undefined {
  switch (node.tool) {
    case "product":
      return productLoops(node, context, wanted);
    case "combinations":
    case "combinations_with_replacement":
      return combinationLoops(node, context, wanted);
    case "chain":
      return chained(node);
    case "repeat":
      return repeated(node, context);
    default:
      return undefined;
  }
}

function loops(
  node: ir.Itertool,
  targets: readonly ir.Variable[],
  clauses: readonly ir.ComprehensionClause[],
): ir.Comprehension {
  const element = elementType(node.type);
  return expression("Comprehension", node.type, {
    result: "iterator",
    element: expression("TupleLiteral", element.kind === "tuple" ? element : tupleOf(targets.map((one) => one.type)), {
      elements: targets,
    }),
    clauses,
  });
}

const names = ["first", "second", "third", "fourth", "fifth"] as const;

function productLoops(
  node: ir.Itertool,
  context: GoLowerContext,
  wanted: readonly ir.Variable[] | undefined,
): ir.Expression | undefined {
  const times = node.options.repeat === undefined ? 1n : integerValue(node.options.repeat);
  if (times === undefined || node.operands.some((operand) => operand.kind === "Spread")) return undefined;
  const width = node.operands.length * Number(times);
  if (width > 4 || width === 0) return undefined;
  const operands = node.operands.map((operand, position) =>
    position === 0 && times === 1n ? operand : steady(operand, context),
  );
  const all = Array.from({ length: Number(times) }, () => operands).flat();
  const own = all.map((operand, position) => freshVariable(names[position]!, elementType(operand.type)));
  const targets = wanted?.length === own.length ? wanted : own;
  return loops(
    node,
    targets,
    all.map((iterable, position) => ({ target: targets[position]!, iterable, conditions: [], isAsync: false })),
  );
}

/** Pairs: each element with those behind it. */
function combinationLoops(
  node: ir.Itertool,
  context: GoLowerContext,
  wanted: readonly ir.Variable[] | undefined,
): ir.Expression | undefined {
  const [operand] = node.operands;
  if (!operand || integerValue(node.options.r) !== 2n) return undefined;
  const list = isList(operand) && operand.kind === "Variable" ? operand : steady(asList(operand), context);
  if (list.type.kind !== "list") return undefined;
  const element = list.type.element;
  const at = freshVariable("i", bigIntType);
  const own = [freshVariable("first", element), freshVariable("second", element)];
  const targets = wanted?.length === 2 ? wanted : own;
  const low =
    node.tool === "combinations"
      ? expression("Arithmetic", bigIntType, {
          operator: "add",
          left: at,
          right: expression("IntegerLiteral", bigIntType, { value: 1n }),
        })
      : at;
  const behind = expression("Slice", list.type, {
    object: list,
    low,
    unit: "element",
    wraps: false,
    clamps: false,
    shares: true,
  });
  const numbered = expression("Iterate", iteratorOf(tupleOf([bigIntType, element]), "enumerate"), {
    form: "enumerate",
    operands: [list],
  });
  return loops(node, targets, [
    { target: tuple([at, targets[0]!]), iterable: numbered, conditions: [], isAsync: false },
    { target: targets[1]!, iterable: behind, conditions: [], isAsync: false },
  ]);
}

function asList(node: ir.Expression): ir.Expression {
  return isList(node) ? node : expression("Collect", listOf(elementType(node.type)), { operand: node });
}

/** `chain.from_iterable(lists)` is a loop within a loop; lists one after the other are one list. */
function chained(node: ir.Itertool): ir.Expression | undefined {
  const [only, ...others] = node.operands;
  if (only?.kind !== "Spread" || others.length > 0) return undefined;
  const element = elementType(node.type);
  const outer = freshVariable("part", elementType(only.operand.type));
  const inner = freshVariable("item", element);
  return expression("Comprehension", node.type, {
    result: "iterator",
    element: inner,
    clauses: [
      { target: outer, iterable: only.operand, conditions: [], isAsync: false },
      { target: inner, iterable: outer, conditions: [], isAsync: false },
    ],
  });
}

function repeated(node: ir.Itertool, context: GoLowerContext): ir.Expression | undefined {
  const { times } = node.options;
  const [value] = node.operands;
  if (!times || !value) return undefined;
  const kept = isSimple(value) ? value : held(value, "value", context);
  const range = expression("Range", iteratorOf(bigIntType, "range"), {
    start: expression("IntegerLiteral", bigIntType, { value: 0n }),
    stop: times,
    step: expression("IntegerLiteral", bigIntType, { value: 1n }),
  });
  const unread = { ...freshVariable("_", bigIntType).binding, name: "_", reads: 0 };
  return expression("Comprehension", node.type, {
    result: "iterator",
    element: kept,
    clauses: [{ target: variable(unread), iterable: range, conditions: [], isAsync: false }],
  });
}

/** `for i := start; ; i += step` */
function counting(node: ir.Itertool, request: LoopRequest, context: GoLowerContext): readonly go.Stmt[] {
  const { start, step } = node.options;
  const type = elementType(node.type);
  const target = place(request.target, type, "i", request, context);
  const counter = target.isAssigned || target.name === undefined ? context.fresh("i") : target.name;
  const [first, by] = context.expressions([
    start ?? expression("IntegerLiteral", type, { value: 0n }),
    step ?? expression("IntegerLiteral", type, { value: 1n }),
  ]) as [go.Expr, go.Expr];
  const at = build.ident(counter);
  const head =
    target.isAssigned && target.name !== undefined
      ? [build.assign(build.ident(target.name), at)]
      : target.name === undefined && target.head(undefined).length === 0
        ? []
        : target.head(undefined);
  const stored = request.target.kind === "Variable" ? head : store(request.target, at, type, request.declares, context);
  const isOne = step === undefined || integerValue(step) === 1n;
  const stable = isOne || by.kind === "BasicLit" || by.kind === "Ident" ? by : context.temporary("step", by);
  const post = isOne ? build.increment(at) : build.assign(at, stable, "+=");
  return [build.forLoop(build.define(counter, first), undefined, post, [...stored, ...request.body()])];
}

/** Each element of a list with the next one. */
function neighbours(
  node: ir.Itertool,
  element: Type,
  request: LoopRequest,
  context: GoLowerContext,
): readonly go.Stmt[] {
  const list = context.expression(held(node.operands[0]!, "items", context));
  const at = build.ident(context.fresh("i"));
  const values = [build.index(list, at), build.index(list, build.binary(at, "+", build.integer(1)))];
  const bound = build.binary(build.call("len", list), "-", build.integer(1));
  const parts = partsOf(request.target, 2);
  const inner = elementType(node.operands[0]!.type);
  const body = parts
    ? parts.flatMap((part, position) =>
        part.kind === "Variable" && part.binding.name === "_"
          ? []
          : store(part, values[position]!, inner, request.declares, context),
      )
    : store(request.target, build.composite(context.type(element), values), element, request.declares, context);
  return [build.range(at.name, undefined, bound, [...body, ...request.body()])];
}

/** A loop over an iterator that gives two values at a time. */
function inPairs(values: go.Expr, element: Type, request: LoopRequest, context: GoLowerContext): readonly go.Stmt[] {
  if (element.kind !== "tuple" || element.elements.length !== 2)
    throw new Untranslatable("iteration", "This loop is only translated where the types of its pairs are known.");
  const [first, second] = element.elements as [Type, Type];
  const parts = partsOf(request.target, 2);
  if (parts)
    return rangeLoop(
      place(parts[0]!, first, "first", request, context),
      place(parts[1]!, second, "second", request, context),
      values,
      request,
    );
  const [left, right] = [context.fresh("first"), context.fresh("second")];
  const whole = build.composite(
    context.type(element),
    tupleForm(element) === "struct"
      ? [
          build.keyValue(build.ident("First"), build.ident(left)),
          build.keyValue(build.ident("Second"), build.ident(right)),
        ]
      : [build.ident(left), build.ident(right)],
  );
  const head = store(request.target, whole, element, request.declares, context);
  return [build.range(left, right, values, [...head, ...request.body()])];
}

/** The helper that gives an iterator function. */
function helperCall(node: ir.Itertool, context: GoLowerContext): go.Expr {
  const { operands, options } = node;
  const [first, second] = operands;
  const sequence = (operand: ir.Expression | undefined): go.Expr => sequenceOf(operand!, context);
  const list = (operand: ir.Expression | undefined): go.Expr => listOfElements(operand!, false, true, context);
  const value = (operand: ir.Expression | undefined): go.Expr => context.expression(operand!);
  switch (node.tool) {
    case "accumulate": {
      const [values, combine] = [sequence(first), value(options.func)];
      return options.initial
        ? build.call(context.helper("accumulateFrom"), value(options.initial), values, combine)
        : build.call(context.helper("accumulate"), values, combine);
    }
    case "batched":
      return build.libraryCall("slices", "Chunk", list(first), value(options.n));
    case "chain":
      if (operands.length === 1) return sequence(first);
      return operands.every(isList)
        ? build.libraryCall("slices", "Values", build.libraryCall("slices", "Concat", ...context.expressions(operands)))
        : build.call(context.helper("chain"), ...operands.map(sequence));
    case "combinations":
      return build.call(context.helper("combinationsOf"), list(first), value(options.r));
    case "combinations_with_replacement":
      return build.call(context.helper("selectionsOf"), list(first), value(options.r));
    case "permutations": {
      if (options.r) return build.call(context.helper("permutationsOf"), list(first), value(options.r));
      const made = list(first);
      const items = made.kind === "Ident" ? made : context.temporary("items", made);
      return build.call(context.helper("permutationsOf"), items, build.call("len", items));
    }
    case "product":
      return productCall(node, context);
    case "cycle":
      return build.call(context.helper("cycle"), sequence(first));
    case "repeat":
      return build.call(context.helper("repeatForever"), value(first));
    case "takewhile":
      return build.call(context.helper("takeWhile"), sequence(first), value(options.predicate));
    case "dropwhile":
      return build.call(context.helper("dropWhile"), sequence(first), value(options.predicate));
    case "groupby":
      return build.call(context.helper("groupBy"), sequence(first), value(options.key));
    case "islice": {
      const { start, stop, step } = options;
      if (!start && !step && stop) return build.call(context.helper("take"), sequence(first), value(stop));
      const or = (operand: ir.Expression | undefined, otherwise: number): go.Expr =>
        operand === undefined || operand.kind === "NoneLiteral" ? build.integer(otherwise) : value(operand);
      return build.call(context.helper("sliceOf"), sequence(first), or(start, 0), or(stop, -1), or(step, 1));
    }
    case "pairwise":
      return build.call(context.helper("pairwise"), sequence(first));
    case "zip_longest": {
      if (operands.length !== 2 || !second || !options.fillvalue)
        throw new Untranslatable(
          "zip-longest",
          "`zip_longest` is only translated for two iterables with a `fillvalue`; Go programs count up to the greater length.",
        );
      const [left, right] = [list(first), list(second)];
      const fill = options.fillvalue.type.kind === "tuple" ? options.fillvalue : undefined;
      const fills = fill?.kind === "TupleLiteral" ? fill.elements : [options.fillvalue, options.fillvalue];
      return build.call(context.helper("zipLongest"), left, right, ...context.expressions(fills));
    }
    case "tee":
    case "count":
      return itertoolToGo(node, context);
  }
}

/** Iterators that are gone through one by one: each goes over the same list. */
function separate(node: ir.Itertool, context: GoLowerContext): go.Expr {
  const items = context.expression(held(asList(node.operands[0]!), "items", context));
  const count = node.type.kind === "tuple" ? node.type.elements.length : 2;
  const one = (): go.Expr => build.call(context.helper("resumable"), build.libraryCall("slices", "Values", items));
  return build.composite(context.type(node.type), Array.from({ length: count }, one));
}

function productCall(node: ir.Itertool, context: GoLowerContext): go.Expr {
  const { operands, options } = node;
  const [only] = operands;
  const helper = context.helper("productOf");
  if (only?.kind === "Spread" && options.repeat === undefined && operands.length === 1) {
    if (only.operand.type.kind !== "list" || only.operand.type.element.kind !== "list")
      throw new Untranslatable(
        "product-spread",
        "`product` of spread arguments is only translated for a list of lists.",
      );
    return build.spreadCall(helper, context.expression(only.operand));
  }
  if (operands.some((operand) => operand.kind === "Spread"))
    throw new Untranslatable("product-spread", "`product` of spread arguments is only translated for a list of lists.");
  const lists = operands.map((operand) => listOfElements(operand, false, true, context));
  if (!options.repeat) return build.call(helper, ...lists);
  const element = elementType(operands[0]!.type);
  const all = build.composite(build.sliceType(build.sliceType(context.type(element))), lists);
  return build.spreadCall(helper, build.libraryCall("slices", "Repeat", all, context.expression(options.repeat)));
}
