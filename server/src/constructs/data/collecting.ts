import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { dictOf, listOf, optionalOf, setOf, stringType, unknownType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { forEachElement, listOfElements } from "../../lowering/go/collect.ts";
import { ifFailed } from "../../lowering/go/failure.ts";
import { failWhere } from "../../lowering/go/raise.ts";
import { emptyDict, ensuredPlace, setEntry } from "../../lowering/go/ordered-maps.ts";
import * as go from "../../lowering/go/syntax.ts";
import { tupleElement, tupleForm } from "../../lowering/go/tuples.ts";
import { builtinCall, builtinMethod } from "../../lowering/lift/python-calls.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext } from "../../lowering/lower-context.ts";
import { elementType } from "../../lowering/passes/loops.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

const names = ["list", "tuple", "set", "frozenset", "dict", "next"] as const;

function lift(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const joined = builtinMethod(node, ["string"], "join", context);
  const [pieces] = joined?.positional ?? [];
  if (joined && pieces)
    return expression("Join", stringType, {
      separator: context.expression(joined.receiver),
      iterable: context.expression(pieces),
    });
  const call = builtinCall(node, names, context);
  if (!call || node.func.kind !== "Name") return undefined;
  const inferred = context.typeOf(node);
  const [first, second] = call.positional;
  switch (node.func.id) {
    case "dict":
      return dict(node, first, inferred, context);
    case "next":
      if (!first) return undefined;
      return next(context.expression(first), second, context);
  }
  if (!first) {
    if (node.func.id === "list")
      return expression("ListLiteral", inferred.kind === "list" ? inferred : listOf(unknownType), { elements: [] });
    if (node.func.id === "tuple") return expression("TupleLiteral", { kind: "tuple", elements: [] }, { elements: [] });
    return expression("SetLiteral", inferred.kind === "set" ? inferred : setOf(unknownType), { elements: [] });
  }
  const operand = context.expression(first);
  const element = elementType(operand.type);
  if (node.func.id === "list")
    return expression(
      "Collect",
      listOf(inferred.kind === "list" && element.kind === "unknown" ? inferred.element : element),
      { operand },
    );
  if (node.func.id !== "tuple") return expression("Collect", setOf(element), { operand });
  const type: Type =
    operand.type.kind === "tuple"
      ? operand.type
      : inferred.kind === "tuple" && inferred.rest
        ? inferred
        : { kind: "tuple", elements: [], rest: element };
  return expression("Collect", type, { operand });
}

function dict(
  node: pyTree.Call,
  first: pyTree.Expression | undefined,
  inferred: Type,
  context: PythonLiftContext,
): ir.Expression {
  const type = inferred.kind === "dict" ? inferred : dictOf(unknownType, unknownType);
  const keyword = node.keywords.map((item) => ({
    key: expression("StringLiteral", stringType, { value: item.arg ?? "" }),
    value: context.coerced(item.value, type.value),
  }));
  if (!first) return expression("DictLiteral", type, { entries: keyword });
  if (keyword.length > 0)
    throw new Untranslatable(
      "dict-arguments",
      "`dict` with both an argument and keywords is not translated; merge two dicts.",
    );
  const operand = context.expression(first);
  if (operand.type.kind === "dict") return expression("Collect", operand.type, { operand });
  const element = elementType(operand.type);
  const pair =
    element.kind === "tuple" && element.elements.length === 2
      ? dictOf(element.elements[0]!, element.elements[1]!)
      : type;
  return expression("Collect", pair, { operand });
}

function next(
  iterator: ir.Expression,
  fallback: pyTree.Expression | undefined,
  context: PythonLiftContext,
): ir.Expression {
  const element = elementType(iterator.type);
  if (!fallback) return expression("Next", element, { iterator });
  const isNone = fallback.kind === "Constant" && fallback.value.type === "None";
  const type = isNone ? optionalOf(element) : element;
  return expression("Next", type, { iterator, fallback: context.coerced(fallback, type) });
}

function collectToGo(node: ir.Collect, context: GoLowerContext): goTree.Expr {
  const { operand, type } = node;
  switch (type.kind) {
    case "list":
      return listOfElements(operand, true, true, context);
    case "tuple":
      if (operand.type.kind === "tuple" && type.rest === undefined) return context.expression(operand);
      return listOfElements(operand, true, true, context);
    case "set":
      return setToGo(operand, type, context);
    case "dict":
      return dictToGo(operand, type, context);
    default:
      throw new Untranslatable("collection", "This collection is not translated.");
  }
}

function setToGo(operand: ir.Expression, type: Type, context: GoLowerContext): goTree.Expr {
  if (operand.type.kind === "set" && operand.kind !== "Comprehension")
    return go.libraryCall("maps", "Clone", context.expression(operand));
  const name = context.fresh("set");
  const target = go.ident(name);
  const loops = context.capture(() =>
    forEachElement(operand, "item", false, context, (element) => [
      go.assign(go.index(target, element), go.composite(go.emptyStruct(), [])),
    ]),
  );
  context.emit(...loops.emitted, go.define(name, go.composite(context.type(type), [])), ...loops.value);
  return target;
}

function dictToGo(operand: ir.Expression, type: Type, context: GoLowerContext): goTree.Expr {
  if (operand.type.kind === "dict" && operand.kind !== "Comprehension")
    return context.facts.isOrdered(operand.type)
      ? go.call(context.helper("cloneOrderedMap"), context.expression(operand))
      : go.libraryCall("maps", "Clone", context.expression(operand));
  const isOrdered = context.facts.isOrdered(type);
  const isCounter = type.kind === "dict" && type.variant === "counter";
  const name = context.fresh(isCounter ? "counts" : "entries");
  const target = go.ident(name);
  const loops = context.capture(() =>
    forEachElement(operand, "item", !isCounter || isOrdered, context, (element, pair) => {
      if (isCounter)
        return [go.increment(isOrdered ? ensuredPlace(target, element, context) : go.index(target, element))];
      if (pair.kind !== "tuple" || pair.elements.length !== 2)
        throw new Untranslatable("dict-of-pairs", "`dict` of what is no list of pairs is not translated.");
      const whole = element.kind === "Ident" ? element : context.temporary("item", element);
      return [setEntry(target, type, tupleElement(pair, whole, 0), tupleElement(pair, whole, 1), context)];
    }),
  );
  context.emit(...loops.emitted, go.define(name, emptyDict(type, context)), ...loops.value);
  return target;
}

function joinToGo(node: ir.Join, context: GoLowerContext): goTree.Expr {
  const { iterable } = node;
  if (iterable.type.kind === "string" && node.separator.kind === "StringLiteral" && node.separator.value === "")
    return context.expression(iterable);
  if (iterable.type.kind === "tuple" && tupleForm(iterable.type) === "array" && iterable.kind !== "TupleLiteral") {
    const whole = context.expression(iterable);
    return go.libraryCall(
      "strings",
      "Join",
      go.sliceOf(whole.kind === "Ident" ? whole : context.temporary("parts", whole)),
      context.expression(node.separator),
    );
  }
  if (node.separator.kind === "Variable" || node.separator.kind === "StringLiteral") {
    const list = listOfElements(iterable, false, true, context, "parts");
    return go.libraryCall("strings", "Join", list, context.expression(node.separator));
  }
  const separator = context.temporary("separator", context.expression(node.separator));
  return go.libraryCall("strings", "Join", listOfElements(iterable, false, true, context, "parts"), separator);
}

/** `next(x for x in xs if …)`: the first that the loop finds. */
function nextToGo(node: ir.Next, context: GoLowerContext): goTree.Expr {
  const { iterator, fallback } = node;
  if (iterator.kind !== "Comprehension" || iterator.clauses.length !== 1) return nextOfIterator(node, context);
  const name = context.fresh("first");
  const result = go.ident(name);
  const ok = fallback === undefined ? context.fresh("found") : undefined;
  const isPointer =
    context.type(node.type).kind === "StarExpr" &&
    node.type.kind === "optional" &&
    context.type(node.type.inner).kind !== "StarExpr";
  const loops = context.capture(() =>
    forEachElement(iterator, "item", true, context, (element) => {
      const value = isPointer ? go.call(context.helper("ptr"), element) : element;
      return [
        ok === undefined ? go.assign(result, value) : go.assign([result, go.ident(ok)], [value, go.ident("true")]),
        go.breakStatement(),
      ];
    }),
  );
  const other = fallback && context.expression(fallback);
  const isNil = other?.kind === "Ident" && other.name === "nil";
  context.emit(
    ...loops.emitted,
    other && !isNil ? go.declare(name, context.type(node.type), other) : go.declare(name, context.type(node.type)),
  );
  if (ok !== undefined) context.emit(go.define(ok, go.ident("false")));
  context.emit(...loops.value);
  if (ok !== undefined) stopWithout(ok, node, context);
  return result;
}

/** Where there is no next value: the error that a handler waits for, else a panic. */
function stopWithout(ok: string, node: ir.Next, context: GoLowerContext): void {
  const test = go.unary("!", go.ident(ok));
  if (node.checked === true) failWhere(test, "StopIteration", go.string(""), context);
  else context.emit(go.ifStatement(test, [go.statement(go.call("panic", go.string("StopIteration")))]));
}

/** `next(values)` of an iterator that is kept. */
function nextOfIterator(node: ir.Next, context: GoLowerContext): goTree.Expr {
  const { iterator, fallback } = node;
  if (iterator.type.kind !== "iterator")
    throw new Untranslatable("next", "`next` is only translated of iterators; what it is given here has another type.");
  if (iterator.type.fails === true) return nextOrError(node, context);
  const call = go.call(context.helper("nextOf"), context.expression(iterator));
  if (fallback === undefined) {
    const [value, ok] = [context.fresh("value"), context.fresh("ok")];
    context.emit(go.define([value, ok], call));
    stopWithout(ok, node, context);
    return go.ident(value);
  }
  const element = elementType(iterator.type);
  const type = context.type(node.type);
  const isPointer = type.kind === "StarExpr" && context.type(element).kind !== "StarExpr";
  const other = context.expression(fallback);
  const [value, ok] = [context.fresh("value"), context.fresh("ok")];
  context.emit(go.define([value, ok], call));
  if (!isPointer) {
    context.emit(go.ifStatement(go.unary("!", go.ident(ok)), [go.assign(go.ident(value), other)]));
    return go.ident(value);
  }
  const result = context.fresh("next");
  const isNil = other.kind === "Ident" && other.name === "nil";
  context.emit(
    go.declare(result, type, isNil ? undefined : other),
    go.ifStatement(go.ident(ok), [go.assign(go.ident(result), go.unary("&", go.ident(value)))]),
  );
  return go.ident(result);
}

/** The same of a generator that can raise: the error comes beside the value. */
function nextOrError(node: ir.Next, context: GoLowerContext): goTree.Expr {
  const [value, ok, error] = [context.fresh("value"), context.fresh("ok"), go.ident("err")];
  context.emit(
    go.define([value, ok, "err"], go.call(context.helper("nextResult"), context.expression(node.iterator))),
    ifFailed(error, context.failure.propagate(error)),
  );
  if (node.fallback === undefined) {
    stopWithout(ok, node, context);
    return go.ident(value);
  }
  const type = context.type(node.type);
  if (type.kind === "StarExpr" && context.type(elementType(node.iterator.type)).kind !== "StarExpr")
    throw new Untranslatable("next", "`next` of a generator that can raise is not translated with a default of None.");
  context.emit(
    go.ifStatement(go.unary("!", go.ident(ok)), [go.assign(go.ident(value), context.expression(node.fallback))]),
  );
  return go.ident(value);
}

export default defineConstruct({
  id: "collecting",
  title: "list, tuple, set, dict, join and next",
  summary:
    "Making a collection of an iterable is `slices.Collect`, `slices.Clone` or a loop; `join` is `strings.Join`.",
  explanation:
    "Calling a type in Python makes a new collection of whatever can be iterated. Go copies a slice with `slices.Clone` and a map with `maps.Clone`, collects an iterator with `slices.Collect`, and fills everything else in a loop. " +
    "`strings.Join` takes a slice and the separator, in that order.",
  references: [
    { title: "Go: package slices", url: "https://pkg.go.dev/slices" },
    { title: "Go: strings.Join", url: "https://pkg.go.dev/strings#Join" },
    { title: "Python: str.join", url: "https://docs.python.org/3/library/stdtypes.html#str.join" },
  ],
  refines: { python: { Call: lift } },
  lower: {
    go: { Collect: collectToGo, Join: joinToGo, Next: nextToGo },
    python: {
      Collect: (node, context) =>
        node.type.kind === "dict" && node.type.variant === "counter"
          ? py.call(context.imported("collections", "Counter"), [context.expression(node.operand)])
          : py.call(
              node.type.kind === "tuple"
                ? "tuple"
                : node.type.kind === "set"
                  ? "set"
                  : node.type.kind === "dict"
                    ? "dict"
                    : "list",
              [context.expression(node.operand)],
            ),
      Join: (node, context) => {
        const [separator, iterable] = context.expressions([node.separator, node.iterable]) as [
          pyTree.Expression,
          pyTree.Expression,
        ];
        return py.methodCall(separator, "join", [iterable]);
      },
      Next: (node, context) =>
        py.call("next", context.expressions(node.fallback ? [node.iterator, node.fallback] : [node.iterator])),
    },
  },
  examples: [
    {
      title: "Joining and copying",
      python:
        'def initials(words: list[str]) -> str:\n    copy = list(words)\n    copy.append("z")\n    return "-".join(word[0] for word in copy) + str(len(set(words)))\n\n\nprint(initials(["ann", "bob", "ann"]))\n',
      go: 'func initials(words []string) string {\n\tcopied := slices.Clone(words)\n\tcopied = append(copied, "z")\n\tletters := []string{}\n\tdistinct := map[string]struct{}{}\n\tfor _, word := range copied {\n\t\tletters = append(letters, word[:1])\n\t}\n\tfor _, word := range words {\n\t\tdistinct[word] = struct{}{}\n\t}\n\treturn strings.Join(letters, "-") + strconv.Itoa(len(distinct))\n}\n\nfmt.Println(initials([]string{"ann", "bob", "ann"}))\n',
      from: ["python"],
    },
  ],
});
