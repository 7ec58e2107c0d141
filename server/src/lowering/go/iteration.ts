import type * as go from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import { integerValue, isSimple } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { walkAll } from "../../ir/walk.ts";
import { bigIntType } from "../../types/build.ts";
import type { Binding } from "../../types/binding.ts";
import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { isOrderObserved } from "../order.ts";
import { elementType } from "../passes/loops.ts";
import { Untranslatable } from "../untranslatable.ts";
import { labelled } from "./labels.ts";
import * as build from "./syntax.ts";
import { tupleElement, tupleForm } from "./tuples.ts";
import { store } from "./unpack.ts";

/*
 * How Go goes through what can be iterated. One place for `for` statements, comprehensions and functions such as `sum`, so that all agree.
 */

/** A loop to be made. */
export interface LoopRequest {
  /** A variable, or a tuple of targets. */
  readonly target: ir.Expression;
  readonly iterable: ir.Expression;
  /** The variables that begin in the loop; others are assigned. */
  readonly declares: readonly Binding[];
  /** Makes the statements of the body. */
  readonly body: () => readonly go.Stmt[];
  /** The body as IR where there is one: what it assigns decides whether bounds must be kept. */
  readonly statements: readonly ir.Statement[];
  /** The node that reports belong to. */
  readonly node: ir.Node;
  /** Whether the order of the elements can be observed. */
  readonly isOrderObserved: boolean;
}

/** The statements of a loop over the iterable. What must come before the loop is emitted. */
export function iterate(request: LoopRequest, context: GoLowerContext): readonly go.Stmt[] {
  const { iterable } = request;
  switch (iterable.kind) {
    case "Range":
      return overRange(iterable, request, context);
    case "Iterate":
      return overView(iterable, request, context);
    case "Comprehension":
      if (iterable.result === "iterator") return overComprehension(iterable, request, context);
      break;
  }
  return overValue(iterable, request, context);
}

/** A name for what `range` gives, and what the body does first to store it in the target. */
interface Place {
  readonly name: string | undefined;
  readonly head: (made: go.Expr | undefined) => readonly go.Stmt[];
  readonly isAssigned: boolean;
}

/** In a comprehension; the variables of statements were looked at before. */
function isNeverRead(binding: Binding, request: LoopRequest): boolean {
  return request.statements.length === 0 && binding.reads === 0 && request.declares.includes(binding);
}

/** The target as a variable of the loop's head where it is one, else a new variable that the body takes apart. `hint` names it. */
function place(target: ir.Expression, type: Type, hint: string, request: LoopRequest, context: GoLowerContext): Place {
  if (target.kind === "Variable") {
    if (target.binding.name === "_" || isNeverRead(target.binding, request))
      return { name: undefined, head: () => [], isAssigned: false };
    const name = context.name(target.binding);
    return { name, head: () => [], isAssigned: !request.declares.includes(target.binding) };
  }
  const name = context.fresh(hint);
  return { name, head: () => storeRead(target, build.ident(name), type, request, context), isAssigned: false };
}

/** The same for a value that must be converted before it is stored: the head of the loop has `raw`, the body begins with the conversion. */
function converted(
  target: ir.Expression,
  type: Type,
  raw: string,
  convert: (raw: go.Expr) => go.Expr,
  request: LoopRequest,
  context: GoLowerContext,
): Place {
  if (target.kind === "Variable" && (target.binding.name === "_" || isNeverRead(target.binding, request))) {
    return { name: undefined, head: () => [], isAssigned: false };
  }
  const name = context.fresh(raw);
  return { name, head: () => storeRead(target, convert(build.ident(name)), type, request, context), isAssigned: false };
}

/** `for key, value := range x`, with `=` where a variable is to outlive the loop. */
function rangeLoop(
  key: Place | undefined,
  value: Place | undefined,
  x: go.Expr,
  request: LoopRequest,
): readonly go.Stmt[] {
  const head = [...(key?.head(undefined) ?? []), ...(value?.head(undefined) ?? [])];
  const loop = build.range(key?.name, value?.name, x, [...head, ...request.body()]);
  const isAssigned = key?.isAssigned === true || value?.isAssigned === true;
  return [isAssigned && loop.tok !== undefined ? { ...loop, tok: "=" } : loop];
}

function overRange(range: ir.Range, request: LoopRequest, context: GoLowerContext): readonly go.Stmt[] {
  const step = integerValue(range.step);
  if (integerValue(range.start) === 0n && step === 1n) {
    const place1 = place(request.target, bigIntType, "i", request, context);
    return rangeLoop(place1, undefined, context.expression(range.stop), request);
  }
  const target = place(request.target, bigIntType, "i", request, context);
  const [start, stop, lowStep] = context.expressions([range.start, range.stop, range.step]) as [
    go.Expr,
    go.Expr,
    go.Expr,
  ];
  // Python counts by itself: where the variable outlives the loop, Go's counter would end one step too far.
  const counter = target.isAssigned || target.name === undefined ? context.fresh("i") : target.name;
  const head =
    target.isAssigned && target.name !== undefined
      ? [build.assign(build.ident(target.name), build.ident(counter))]
      : target.head(undefined);
  const bound = isSteady(range.stop, request.statements) ? stop : context.temporary("stop", stop);
  const at = build.ident(counter);
  const init = build.define(counter, start);
  const body = (): readonly go.Stmt[] => [...head, ...request.body()];
  if (step === undefined) {
    const by = isSteady(range.step, request.statements) ? lowStep : context.temporary("step", lowStep);
    const upward = build.binary(build.binary(by, ">", build.integer(0)), "&&", build.binary(at, "<", bound));
    const downward = build.binary(build.binary(by, "<", build.integer(0)), "&&", build.binary(at, ">", bound));
    return [build.forLoop(init, build.binary(upward, "||", downward), build.assign(at, by, "+="), body())];
  }
  const test = build.binary(at, step > 0n ? "<" : ">", bound);
  const post =
    step === 1n
      ? build.increment(at)
      : step === -1n
        ? build.increment(at, "--")
        : build.assign(at, build.integer(step > 0n ? step : -step), step > 0n ? "+=" : "-=");
  return [build.forLoop(init, test, post, body())];
}

/** Whether the bound stays what it is while the loop runs, so that Go may ask for it in each round. */
function isSteady(bound: ir.Expression, body: readonly ir.Statement[]): boolean {
  switch (bound.kind) {
    case "IntegerLiteral":
      return true;
    case "Negate":
      return isSteady(bound.operand, body);
    case "Variable":
      return !bound.binding.captured && bound.binding.kind !== "global" && !mentionsAsTarget(body, bound.binding);
    case "Arithmetic":
      return isSteady(bound.left, body) && isSteady(bound.right, body);
    case "Length":
      return (
        bound.operand.kind === "Variable" &&
        bound.unit === "element" &&
        isSteady(bound.operand, body) &&
        !mayGrow(body, bound.operand.binding)
      );
    default:
      return false;
  }
}

function mentionsAsTarget(body: readonly ir.Statement[], binding: Binding): boolean {
  let found = false;
  const check = (target: ir.Expression): void => {
    if (target.kind === "Variable") found ||= target.binding === binding;
    if (target.kind === "TupleLiteral") target.elements.forEach(check);
    if (target.kind === "Spread") check(target.operand);
  };
  walkAll(body, (node) => {
    if (node.kind === "Assign") node.targets.forEach(check);
    else if (node.kind === "Update" || node.kind === "ForEach" || node.kind === "AssignmentExpression")
      check(node.target);
    else if (node.kind === "Delete") node.targets.forEach(check);
  });
  return found;
}

const growingKinds: ReadonlySet<string> = new Set(["ListAppend", "ListExtend", "ListInsert", "ListPop", "ListRemove"]);

/** Whether the body changes the length of the list that the variable holds. */
function mayGrow(body: readonly ir.Statement[], binding: Binding): boolean {
  let found = false;
  walkAll(body, (node) => {
    if (growingKinds.has(node.kind) && "list" in node)
      found ||= node.list.kind === "Variable" && node.list.binding === binding;
    if (node.kind === "Clear") found ||= node.container.kind === "Variable" && node.container.binding === binding;
    if (node.kind === "Delete")
      found ||= node.targets.some(
        (target) =>
          (target.kind === "Index" || target.kind === "Slice") &&
          target.object.kind === "Variable" &&
          target.object.binding === binding,
      );
  });
  return found;
}

function partsOf(target: ir.Expression, count: number): readonly ir.Expression[] | undefined {
  return target.kind === "TupleLiteral" &&
    target.elements.length === count &&
    !target.elements.some((part) => part.kind === "Spread")
    ? target.elements
    : undefined;
}

function overView(view: ir.Iterate, request: LoopRequest, context: GoLowerContext): readonly go.Stmt[] {
  const [operand] = view.operands;
  if (operand === undefined) throw new Untranslatable("iteration", "There is nothing to iterate over here.");
  switch (view.form) {
    case "keys":
      return overValue(operand, request, context);
    case "values": {
      reportOrder(operand, request, context);
      const value = place(request.target, valueType(operand.type), "value", request, context);
      return rangeLoop(undefined, value, context.expression(operand), request);
    }
    case "entries": {
      reportOrder(operand, request, context);
      return overPairs(
        view,
        keyType(operand.type),
        valueType(operand.type),
        ["key", "value"],
        () => context.expression(operand),
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
      return overEnumeration(view, operand, request, context);
    case "zip":
      return overZip(view, request, context);
    case "reversed":
      return overReversed(operand, request, context);
  }
}

function keyType(type: Type): Type {
  return type.kind === "dict" ? type.key : { kind: "unknown" };
}
function valueType(type: Type): Type {
  return type.kind === "dict" ? type.value : { kind: "unknown" };
}

/** A loop that gives two values; a target that is one variable gets them as a tuple. */
function overPairs(
  view: ir.Iterate,
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
  void view;
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
  context: GoLowerContext,
): readonly go.Stmt[] {
  const isFromZero = view.start === undefined || integerValue(view.start) === 0n;
  const parts = partsOf(request.target, 2);
  const { type } = operand;
  const isCounted = isFromZero && isListLike(operand) && type.kind !== "bytes";
  const element = elementType(type);
  if (isCounted)
    return overPairs(view, bigIntType, element, ["i", "value"], () => rangeable(operand, context), request, context);
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
  if (!parts)
    throw new Untranslatable("iteration", "`enumerate` over this is only translated where its pairs are unpacked.");
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
  const lists = view.operands.map((operand) => (isListLike(operand) ? operand : collected(operand)));
  const lowered = context
    .expressions(lists)
    .map((list, position) => (list.kind === "Ident" ? list : context.temporary(`list${position + 1}`, list)));
  const types = lists.map((list) => elementType(list.type));
  const parts = partsOf(request.target, lowered.length);
  const at = context.fresh("i");
  const elements = lowered.map((list) => build.index(list, build.ident(at)));
  const type: Type = { kind: "tuple", elements: types };
  const head = (): readonly go.Stmt[] =>
    parts
      ? parts.flatMap((part, i) =>
          isUnread(part, request) ? [] : store(part, elements[i]!, types[i]!, request.declares, context),
        )
      : store(request.target, pairOf(elements, type, context), type, request.declares, context);
  const lengths = lowered.map((list) => build.call("len", list));
  return [build.range(at, undefined, build.call("min", ...lengths), [...head(), ...request.body()])];
}

function isUnread(target: ir.Expression, request: LoopRequest): boolean {
  return target.kind === "Variable" && (target.binding.name === "_" || isNeverRead(target.binding, request));
}

/** Stores a value in the target, or its parts in those of the target that somebody reads. */
function storeRead(
  target: ir.Expression,
  value: go.Expr,
  type: Type,
  request: LoopRequest,
  context: GoLowerContext,
): readonly go.Stmt[] {
  const isPlain =
    target.kind === "TupleLiteral" &&
    type.kind === "tuple" &&
    type.rest === undefined &&
    type.elements.length === target.elements.length &&
    !target.elements.some((part) => part.kind === "Spread");
  if (!isPlain || !target.elements.some((part) => isUnread(part, request)))
    return store(target, value, type, request.declares, context);
  const whole = value.kind === "Ident" ? value : context.temporary("parts", value);
  return target.elements.flatMap((part, position) =>
    isUnread(part, request)
      ? []
      : storeRead(part, tupleElement(type, whole, position), type.elements[position]!, request, context),
  );
}

/** The iterable as a list, to be read by index. */
export function collected(operand: ir.Expression): ir.Expression {
  return expression("Collect", { kind: "list", element: elementType(operand.type) }, { operand });
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
  return rangeLoop(undefined, value, build.libraryCall("slices", "Backward", rangeable(list, context)), request);
}

function literal(value: bigint): ir.Expression {
  const magnitude = expression("IntegerLiteral", bigIntType, { value: value < 0n ? -value : value });
  return value < 0n ? expression("Negate", bigIntType, { operand: magnitude }) : magnitude;
}

function rangeable(node: ir.Expression, context: GoLowerContext): go.Expr {
  return context.expression(node);
}

/** Loops within loops, the innermost of which runs the body with the element. */
function overComprehension(node: ir.Comprehension, request: LoopRequest, context: GoLowerContext): readonly go.Stmt[] {
  const innermost = (): readonly go.Stmt[] => {
    const element = context.capture(() => context.expression(node.element));
    return [
      ...element.emitted,
      ...(isUnread(request.target, request)
        ? keepEffects(node.element, element.value)
        : storeRead(request.target, element.value, node.element.type, request, context)),
      ...request.body(),
    ];
  };
  if (node.clauses.length > 1 && leavesLoop(request.statements)) {
    return iterate({ ...request, iterable: collected(node) }, context);
  }
  return clauseLoops(node.clauses, innermost, request, context);
}

function keepEffects(node: ir.Expression, value: go.Expr): readonly go.Stmt[] {
  return isSimple(node) ? [] : [build.assign(build.ident("_"), value)];
}

function leavesLoop(body: readonly ir.Statement[]): boolean {
  let found = false;
  walkAll(body, (node) => void (found ||= node.kind === "Break" || node.kind === "Continue"));
  return found;
}

/** The loops of a comprehension's clauses around what is to be done for each element. */
export function clauseLoops(
  clauses: readonly ir.ComprehensionClause[],
  innermost: () => readonly go.Stmt[],
  request: Pick<LoopRequest, "node" | "isOrderObserved">,
  context: GoLowerContext,
): readonly go.Stmt[] {
  const [clause, ...rest] = clauses;
  if (clause === undefined) return innermost();
  if (clause.isAsync)
    throw new Untranslatable(
      "async-comprehension",
      "Asynchronous comprehensions are not translated; Go programs range over a channel.",
    );
  const inner = (): readonly go.Stmt[] => clauseLoops(rest, innermost, request, context);
  const body = (): readonly go.Stmt[] => guarded(clause.conditions, inner, context);
  return iterate(
    {
      target: clause.target,
      iterable: clause.iterable,
      declares: bindingsOf(clause.target),
      body,
      statements: [],
      node: request.node,
      isOrderObserved: request.isOrderObserved,
    },
    context,
  );
}

function guarded(
  conditions: readonly ir.Expression[],
  inner: () => readonly go.Stmt[],
  context: GoLowerContext,
): readonly go.Stmt[] {
  const [first, ...rest] = conditions;
  if (first === undefined) return inner();
  const test = context.capture(() => context.expression(first));
  if (test.emitted.length === 0 && rest.length > 0) {
    const others = context.capture(() => rest.map((condition) => context.expression(condition)));
    if (others.emitted.length === 0)
      return [
        build.ifStatement(
          others.value.reduce((left, right) => build.binary(left, "&&", right), test.value),
          inner(),
        ),
      ];
  }
  return [...test.emitted, build.ifStatement(test.value, guarded(rest, inner, context))];
}

/** The variables of a target. */
export function bindingsOf(target: ir.Expression): readonly Binding[] {
  switch (target.kind) {
    case "Variable":
      return [target.binding];
    case "TupleLiteral":
      return target.elements.flatMap(bindingsOf);
    case "Spread":
      return bindingsOf(target.operand);
    default:
      return [];
  }
}

function overValue(node: ir.Expression, request: LoopRequest, context: GoLowerContext): readonly go.Stmt[] {
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
      return rangeLoop(key, undefined, context.expression(node), request);
    }
    case "iterator":
    case "channel": {
      const value = place(request.target, type.element, "value", request, context);
      return rangeLoop(value, undefined, context.expression(node), request);
    }
    case "optional":
      return overValue(expression("Cast", type.inner, { operand: node }), request, context);
    case "int": {
      const count = place(request.target, type, "i", request, context);
      return rangeLoop(count, undefined, context.expression(node), request);
    }
    default:
      throw new Untranslatable(
        "iteration",
        "What this loop goes through has a type that is not known here; Go ranges over slices, maps, strings, channels, integers and iterator functions.",
      );
  }
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
function reportOrder(node: ir.Expression, request: LoopRequest, context: GoLowerContext): void {
  if (!request.isOrderObserved) return;
  if (node.type.kind === "set") reportSetOrder(node, request, context);
  if (node.type.kind !== "dict" || isGoMap(node.type)) return;
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

/** A `for` statement over an iterable. */
export function lowerForEach(node: ir.ForEach, context: GoLowerContext): readonly go.Stmt[] {
  if (node.orElse.length > 0)
    throw new Untranslatable("loop-else", "`else` behind a loop is not translated here; Go programs set a flag.");
  if (node.isAsync && node.iterable.type.kind !== "channel")
    throw new Untranslatable(
      "async-for",
      "`async for` is only translated over channels; Go programs range over a channel.",
    );
  const statements = iterate(
    {
      target: node.target,
      iterable: node.iterable,
      declares: node.declares,
      body: () => context.statements(node.body),
      statements: node.body,
      node,
      isOrderObserved: isOrderObserved(node.body, node.target),
    },
    context,
  );
  const last = statements.length - 1;
  return statements.map((statement, position) => {
    if (position !== last) return statement;
    const isLoop = statement.kind === "RangeStmt" || statement.kind === "ForStmt";
    return labelled(
      isLoop && node.inner ? { ...statement, body: { ...statement.body, inner: node.inner } } : statement,
      node.label,
    );
  });
}
