import type * as go from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import { isSimple } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { walk } from "../../ir/walk.ts";
import { listOf } from "../../types/build.ts";
import type { Binding } from "../../types/binding.ts";
import type { ArrayType, ListType, Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { elementType } from "../passes/loops.ts";
import { Untranslatable } from "../untranslatable.ts";
import { callWithResults } from "./calls.ts";
import { defineVariable, needsType } from "./define.ts";
import { ifFailed } from "./failure.ts";
import { givesSeveralResults, isCommaOk } from "./results.ts";
import { failWhere } from "./raise.ts";
import * as build from "./syntax.ts";
import { isPlainTarget, lowerTarget } from "./targets.ts";
import { tupleElement } from "./tuples.ts";

type Targets = readonly ir.Expression[];

/**
 * Stores the parts of a value in several places: parallel assignment, several results, unpacking of tuples and lists. `checked`: a handler waits for
 * the error of a list that is too short or too long.
 */
export function unpack(
  target: ir.TupleLiteral,
  value: ir.Expression,
  declares: readonly Binding[],
  context: GoLowerContext,
  checked = false,
): readonly go.Stmt[] {
  const { elements } = target;
  if (isParallel(target, value)) {
    const [targets, values] = flattened(target, value as ir.TupleLiteral);
    return parallel(targets, values, declares, context);
  }
  if (isCommaOk(value) && elements.length === 2)
    return fromResults(elements, partTypes(value.type, 2), [context.expression(value)], declares, context);
  if (givesSeveralResults(value, context) && !elements.some(isSpread))
    return fromCall(elements, value as ir.Call | ir.MethodCall, declares, context);
  return fromSequence(elements, value, declares, context, checked);
}

function isParallel(target: ir.TupleLiteral, value: ir.Expression): boolean {
  return (
    value.kind === "TupleLiteral" &&
    value.elements.length === target.elements.length &&
    !target.elements.some(isSpread) &&
    !value.elements.some(isSpread)
  );
}

/** `(a, b), c = (1, 2), 3` stores three values. */
function flattened(target: ir.TupleLiteral, value: ir.TupleLiteral): readonly [Targets, readonly ir.Expression[]] {
  const pairs = target.elements.map((part, position): readonly [Targets, readonly ir.Expression[]] => {
    const inner = value.elements[position]!;
    return part.kind === "TupleLiteral" && isParallel(part, inner)
      ? flattened(part, inner as ir.TupleLiteral)
      : [[part], [inner]];
  });
  return [pairs.flatMap(([targets]) => targets), pairs.flatMap(([, values]) => values)];
}

function isSpread(node: ir.Expression): boolean {
  return node.kind === "Spread";
}

function partTypes(type: Type, count: number): readonly Type[] {
  if (type.kind === "tuple" && type.rest === undefined) return type.elements;
  return Array.from({ length: count }, () => elementType(type));
}

/** `a, b = b, a`: all values are taken before anything is stored. */
function parallel(
  targets: Targets,
  values: readonly ir.Expression[],
  declares: readonly Binding[],
  context: GoLowerContext,
): readonly go.Stmt[] {
  if (targets.some((target) => target.kind === "TupleLiteral")) {
    const lowered = context
      .expressions(values)
      .map((value, position) => (isSimple(values[position]!) ? value : context.temporary("part", value)));
    return targets.flatMap((target, position) =>
      store(target, lowered[position]!, values[position]!.type, declares, context),
    );
  }
  const isIndependent = targets.every(
    (target, position) =>
      isPlainTarget(target) && !targets.slice(0, position).some((earlier) => refersTo(target, earlier)),
  );
  const lowered = context.expressions(values);
  if (isIndependent)
    return fromResults(
      targets,
      values.map((value) => value.type),
      lowered,
      declares,
      context,
    );
  const kept = lowered.map((value) => context.temporary("value", value));
  return targets.flatMap((target, position) =>
    store(target, kept[position]!, values[position]!.type, declares, context),
  );
}

/** Whether finding the place depends on a variable that an earlier target sets. */
function refersTo(target: ir.Expression, earlier: ir.Expression): boolean {
  if (target.kind === "Variable" || earlier.kind !== "Variable") return false;
  let found = false;
  walk(target, (node) => void (found ||= node.kind === "Variable" && node.binding === earlier.binding));
  return found;
}

/** `a, b := f()` for values that stand side by side. */
function fromResults(
  targets: Targets,
  types: readonly Type[],
  values: readonly go.Expr[],
  declares: readonly Binding[],
  context: GoLowerContext,
): readonly go.Stmt[] {
  const places = targets.map((target) => lowerTarget(target, context));
  const isNew = (target: ir.Expression): boolean => target.kind === "Variable" && declares.includes(target.binding);
  const isBlank = (target: ir.Expression): boolean => target.kind === "Variable" && target.binding.name === "_";
  const typed = targets.filter(
    (target, position): target is ir.Variable =>
      target.kind === "Variable" &&
      isNew(target) &&
      needsType(
        target.binding,
        values.length === targets.length ? values[position]! : build.ident("value"),
        types[position] ?? target.binding.type,
        context,
      ),
  );
  const canDefine =
    typed.length === 0 && targets.some(isNew) && targets.every((target) => isNew(target) || isBlank(target));
  if (canDefine) return [build.assign(places, values, ":=")];
  const declarations = targets.flatMap((target) =>
    target.kind === "Variable" && isNew(target)
      ? [build.declare(context.name(target.binding), context.type(target.binding.type))]
      : [],
  );
  return [...declarations, build.assign(places, values)];
}

function fromCall(
  targets: Targets,
  value: ir.Call | ir.MethodCall,
  declares: readonly Binding[],
  context: GoLowerContext,
): readonly go.Stmt[] {
  const call = callWithResults(value, context);
  const types = partTypes(value.type, targets.length);
  if (!context.fails(value)) {
    if (targets.every((target) => target.kind !== "TupleLiteral"))
      return fromResults(targets, types, [call], declares, context);
  } else if (
    targets.every(
      (target) =>
        target.kind === "Variable" &&
        (target.binding.name === "_" || isPlainlyNew(target, types, targets, declares, context)),
    )
  ) {
    const names = targets.map((target) => lowerTarget(target, context));
    const error = build.ident("err");
    return [build.assign([...names, error], call, ":="), ifFailed(error, context.failure.propagate(error))];
  }
  const parts = context.fails(value)
    ? context.failingResults(call, targets.map(hintOf))
    : resultsOf(call, targets, context);
  return targets.flatMap((target, position) =>
    store(target, parts[position]!, types[position] ?? target.type, declares, context),
  );
}

function isPlainlyNew(
  target: ir.Variable,
  types: readonly Type[],
  targets: Targets,
  declares: readonly Binding[],
  context: GoLowerContext,
): boolean {
  return (
    declares.includes(target.binding) &&
    !needsType(target.binding, build.ident("value"), types[targets.indexOf(target)] ?? target.type, context)
  );
}

function resultsOf(call: go.Expr, targets: Targets, context: GoLowerContext): readonly go.Expr[] {
  const names = targets.map((target) => context.fresh(hintOf(target)));
  context.emit(build.define(names, call));
  return names.map((name) => build.ident(name));
}

function hintOf(target: ir.Expression): string {
  return target.kind === "Variable" && target.binding.name !== "_" ? target.binding.name : "part";
}

/** Unpacks a value that exists as one: a tuple, list, string or other iterable. */
function fromSequence(
  targets: Targets,
  value: ir.Expression,
  declares: readonly Binding[],
  context: GoLowerContext,
  checked: boolean,
): readonly go.Stmt[] {
  const star = targets.findIndex(isSpread);
  if (value.type.kind === "tuple" && value.type.rest === undefined && star < 0) {
    const { type } = value;
    if (type.elements.length !== targets.length) throw mismatch(targets.length, type.elements.length);
    const whole = reusable(value, context, "parts");
    return storeAll(
      targets,
      targets.map((_, position) => ({ value: tupleElement(type, whole, position), type: type.elements[position]! })),
      declares,
      context,
    );
  }
  const list = asList(value);
  const whole = reusable(list, context, "parts");
  const element = elementType(list.type);
  checkLength(whole, targets.length, star, checked, context);
  const parts = targets.map((_, position) => elementPart(whole, position, targets.length, star, element));
  return storeAll(
    targets.map((target) => (target.kind === "Spread" ? target.operand : target)),
    parts,
    declares,
    context,
  );
}

interface Part {
  readonly value: go.Expr;
  readonly type: Type;
}

/** What one of so many targets gets of a list: an element, or at the star a new list of all that the others leave. */
function elementPart(list: go.Expr, position: number, count: number, star: number, element: Type): Part {
  const behind = count - 1 - star;
  if (position === star) {
    const start = position === 0 ? undefined : build.integer(position);
    const rest = build.sliceOf(list, start, behind === 0 ? undefined : fromEnd(list, behind));
    return { value: build.libraryCall("slices", "Clone", rest), type: listOf(element) };
  }
  const at = star >= 0 && position > star ? fromEnd(list, count - position) : build.integer(position);
  return { value: build.index(list, at), type: element };
}

/** Side by side where that is plain, else one after the other. The parts are read from a variable that no target changes. */
function storeAll(
  targets: Targets,
  parts: readonly Part[],
  declares: readonly Binding[],
  context: GoLowerContext,
): readonly go.Stmt[] {
  if (
    targets.every((target) => target.kind !== "TupleLiteral" && isPlainTarget(target)) &&
    !targets.some((target, i) => targets.slice(0, i).some((earlier) => refersTo(target, earlier)))
  ) {
    return fromResults(
      targets,
      parts.map((part) => part.type),
      parts.map((part) => part.value),
      declares,
      context,
    );
  }
  return targets.flatMap((target, position) =>
    store(target, parts[position]!.value, parts[position]!.type, declares, context),
  );
}

function fromEnd(list: go.Expr, count: number): go.Expr {
  return build.binary(build.call("len", list), "-", build.integer(count));
}

function reusable(value: ir.Expression, context: GoLowerContext, hint: string): go.Expr {
  const lowered = context.expression(value);
  return lowered.kind === "Ident" ? lowered : context.temporary(hint, lowered);
}

function asList(value: ir.Expression): ir.Expression {
  switch (value.type.kind) {
    case "list":
    case "array":
      return value;
    case "tuple":
      if (value.type.rest !== undefined) return value;
      return expression("Collect", listOf(elementType(value.type)), { operand: value });
    case "unknown":
    case "any":
      throw new Untranslatable("unpacking", "A value of unknown type cannot be unpacked in Go; give it a type.");
    default:
      return expression("Collect", listOf(elementType(value.type)), { operand: value });
  }
}

/** Python raises a ValueError where the number of elements does not fit; Go's indexing would overlook surplus elements. */
function checkLength(list: go.Expr, count: number, star: number, checked: boolean, context: GoLowerContext): void {
  const expected = star >= 0 ? count - 1 : count;
  const length = build.call("len", list);
  if (star >= 0 && expected === 0) return;
  if (checked) {
    const few = build.string(
      `not enough values to unpack (expected ${star >= 0 ? "at least " : ""}${expected}, got %d)`,
    );
    failWhere(
      build.binary(length, "<", build.integer(expected)),
      "ValueError",
      build.libraryCall("fmt", "Sprintf", few, length),
      context,
    );
    if (star < 0)
      failWhere(
        build.binary(length, ">", build.integer(expected)),
        "ValueError",
        `too many values to unpack (expected ${expected})`,
        context,
      );
    return;
  }
  const test = build.binary(length, star >= 0 ? "<" : "!=", build.integer(expected));
  const message = build.string(
    `expected ${star >= 0 ? "at least " : ""}${expected} ${expected === 1 ? "value" : "values"} to unpack`,
  );
  context.emit(build.ifStatement(test, [build.statement(build.call("panic", message))]));
}

function mismatch(expected: number, actual: number): Untranslatable {
  return new Untranslatable(
    "unpacking",
    `${actual} values cannot be unpacked into ${expected} variables; Python raises a ValueError here.`,
  );
}

/** Stores one lowered value in one place. */
export function store(
  target: ir.Expression,
  value: go.Expr,
  type: Type,
  declares: readonly Binding[],
  context: GoLowerContext,
): readonly go.Stmt[] {
  if (target.kind === "TupleLiteral") {
    if (type.kind === "list" || type.kind === "array")
      return storeElements(target.elements, value, type, declares, context);
    if (type.kind !== "tuple" || type.rest !== undefined)
      throw new Untranslatable(
        "unpacking",
        "Nested unpacking of this type is not translated; unpack it in a statement of its own.",
      );
    if (type.elements.length !== target.elements.length) throw mismatch(target.elements.length, type.elements.length);
    const whole = value.kind === "Ident" ? value : context.temporary("parts", value);
    return target.elements.flatMap((part, position) =>
      store(part, tupleElement(type, whole, position), type.elements[position]!, declares, context),
    );
  }
  if (target.kind === "Variable" && declares.includes(target.binding))
    return [defineVariable(target.binding, value, type, context)];
  return [build.assign(lowerTarget(target, context), value)];
}

/** Stores the elements of a list that a loop, or another target, takes apart. */
function storeElements(
  targets: Targets,
  value: go.Expr,
  type: ListType | ArrayType,
  declares: readonly Binding[],
  context: GoLowerContext,
): readonly go.Stmt[] {
  if (context.facts.isCaught("ValueError"))
    throw new Untranslatable(
      "unpacking",
      "A handler waits for the ValueError of lists with other lengths; unpack the list in a statement of its own.",
    );
  const name = value.kind === "Ident" ? undefined : context.fresh("parts");
  const whole = name === undefined ? value : build.ident(name);
  const star = targets.findIndex(isSpread);
  const { emitted } = context.capture(() => checkLength(whole, targets.length, star, false, context));
  const stored = targets.flatMap((target, position) => {
    if (target.kind === "Variable" && isDropped(target.binding, declares)) return [];
    const part = elementPart(whole, position, targets.length, star, type.element);
    return store(target.kind === "Spread" ? target.operand : target, part.value, part.type, declares, context);
  });
  return [...(name === undefined ? [] : [build.define(name, value)]), ...emitted, ...stored];
}

/** Whether nobody reads the variable, which begins here. */
function isDropped(binding: Binding, declares: readonly Binding[]): boolean {
  return binding.name === "_" || (binding.reads === 0 && declares.includes(binding));
}
