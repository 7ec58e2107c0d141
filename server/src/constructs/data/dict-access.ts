import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { dictOf, iteratorOf, noneType, optionalOf, tupleOf, unknownType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { forEachElement } from "../../lowering/go/collect.ts";
import { asMap, ensuredPlace, removeEntry, repeatable, setEntry, takeEntries } from "../../lowering/go/ordered-maps.ts";
import * as go from "../../lowering/go/syntax.ts";
import { isNilable } from "../../lowering/go/types.ts";
import { underlying } from "../../lowering/lift/go-operators.ts";
import { builtinMethod } from "../../lowering/lift/python-calls.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

const methods = ["get", "setdefault", "pop", "update", "clear", "copy", "keys", "values", "items"] as const;

/** `copy.copy` of a dict, and `copy.deepcopy` of one of values that never change: a dict with the same order. */
function liftCopy(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const target = context.analysis.callOf(node);
  const name = target?.kind === "library" ? target.name : undefined;
  const [dict] = node.args;
  if (!dict || (name !== "copy.copy" && name !== "copy.deepcopy")) return undefined;
  const type = context.typeOf(dict);
  if (type.kind !== "dict" || (name === "copy.deepcopy" && !isPlain(type.value))) return undefined;
  return expression("Collect", type, { operand: context.expression(dict) });
}

function isPlain({ kind }: Type): boolean {
  return kind === "int" || kind === "float" || kind === "string" || kind === "bool" || kind === "bytes";
}

function lift(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const copied = liftCopy(node, context);
  if (copied) return copied;
  const call = builtinMethod(node, ["dict"], methods, context);
  if (!call || call.receiverType.kind !== "dict") return undefined;
  const { key: keyType, value: valueType } = call.receiverType;
  const [first, second] = call.positional;
  const map = context.expression(call.receiver);
  switch (call.name) {
    case "keys":
      return expression("Iterate", iteratorOf(keyType, "keys"), { form: "keys", operands: [map] });
    case "values":
      return expression("Iterate", iteratorOf(valueType, "values"), { form: "values", operands: [map] });
    case "items":
      return expression("Iterate", iteratorOf(tupleOf([keyType, valueType]), "items"), {
        form: "entries",
        operands: [map],
      });
    case "clear":
      return expression("Clear", noneType, { container: map });
    case "copy":
      return expression("Collect", call.receiverType, { operand: map });
    case "update":
      if (!first || node.keywords.length > 0)
        throw new Untranslatable("dict-update", "`update` with keywords is not translated; assign the entries.");
      if (call.receiverType.variant === "counter")
        return expression("DictUpdate", noneType, { map, other: context.expression(first) });
      return expression("DictUpdate", noneType, { map, other: context.coerced(first, dictOf(keyType, valueType)) });
  }
  if (!first) return undefined;
  const key = context.coerced(first, keyType);
  if (call.name === "get") {
    const isNone = second === undefined || (second.kind === "Constant" && second.value.type === "None");
    if (isNone) return expression("DictGet", optionalOf(valueType), { map, key });
    return expression("DictGet", valueType, { map, key, fallback: context.coerced(second, valueType) });
  }
  if (call.name === "setdefault") {
    if (!second) throw new Untranslatable("setdefault", "`setdefault` without a value is not translated.");
    return expression("DictSetDefault", valueType, { map, key, fallback: context.coerced(second, valueType) });
  }
  return expression(
    "DictPop",
    second && second.kind === "Constant" && second.value.type === "None" ? optionalOf(valueType) : valueType,
    { map, key, fallback: second && context.coerced(second, valueType) },
  );
}

/** Whether the fallback is what a Go map gives for a missing key anyway. */
function isZero(node: ir.Expression): boolean {
  switch (node.kind) {
    case "IntegerLiteral":
      return node.value === 0n;
    case "FloatLiteral":
      return node.value === 0;
    case "StringLiteral":
      return node.value === "";
    case "BooleanLiteral":
      return !node.value;
    case "ZeroValue":
      return true;
    default:
      return false;
  }
}

function getToGo(node: ir.DictGet, context: GoLowerContext): goTree.Expr {
  const { fallback } = node;
  if (fallback === undefined) return optionalGet(node, context);
  const [map, key, other] = context.expressions([node.map, node.key, fallback]) as [
    goTree.Expr,
    goTree.Expr,
    goTree.Expr,
  ];
  if (isZero(fallback)) return go.index(map, key);
  const [name, ok] = [context.fresh("value"), context.fresh("ok")];
  context.emit(
    go.define([name, ok], go.index(map, key)),
    go.ifStatement(go.unary("!", go.ident(ok)), [go.assign(go.ident(name), other)]),
  );
  return go.ident(name);
}

/** A missing key gives None: nil for types that have it, else a pointer. */
function optionalGet(node: ir.DictGet, context: GoLowerContext): goTree.Expr {
  const [map, key] = context.expressions([node.map, node.key]) as [goTree.Expr, goTree.Expr];
  const inner = node.type.kind === "optional" ? node.type.inner : node.type;
  if (isNilable(inner)) return go.index(map, key);
  const name = context.fresh("value");
  context.emit(go.declare(name, context.type(node.type)));
  const [found, ok] = [context.fresh("found"), context.fresh("ok")];
  context.emit(
    go.ifStatement(
      go.ident(ok),
      [go.assign(go.ident(name), go.unary("&", go.ident(found)))],
      undefined,
      go.define([found, ok], go.index(map, key)),
    ),
  );
  return go.ident(name);
}

function setDefaultToGo(node: ir.DictSetDefault, context: GoLowerContext): goTree.Expr {
  const [map, key] = context.expressions([node.map, node.key]) as [goTree.Expr, goTree.Expr];
  const [place, at] = [repeatable(map, "entries", context), repeatable(key, "key", context)];
  const entries = asMap(place, node.map.type, context);
  const ok = context.fresh("ok");
  const fallback = context.capture(() => context.expression(node.fallback));
  context.emit(
    go.ifStatement(
      go.unary("!", go.ident(ok)),
      [...fallback.emitted, setEntry(place, node.map.type, at, fallback.value, context)],
      undefined,
      go.define(["_", ok], go.index(entries, at)),
    ),
  );
  return node.type.kind === "none" ? go.nothing() : go.index(entries, at);
}

function popToGo(node: ir.DictPop, context: GoLowerContext): goTree.Expr {
  const [map, key, ...rest] = context.expressions(
    node.fallback ? [node.map, node.key, node.fallback] : [node.map, node.key],
  ) as [goTree.Expr, goTree.Expr, ...goTree.Expr[]];
  const [place, at] = [repeatable(map, "entries", context), repeatable(key, "key", context)];
  const entries = asMap(place, node.map.type, context);
  const [fallback] = rest;
  if (node.fallback && node.type.kind === "optional" && !isNilable(node.type.inner)) {
    const [name, found, ok] = [context.fresh("value"), context.fresh("found"), context.fresh("ok")];
    context.emit(
      go.declare(name, context.type(node.type)),
      go.ifStatement(
        go.ident(ok),
        [go.assign(go.ident(name), go.unary("&", go.ident(found))), removeEntry(place, node.map.type, at, context)],
        undefined,
        go.define([found, ok], go.index(entries, at)),
      ),
    );
    return go.ident(name);
  }
  const [name, ok] = [context.fresh("value"), context.fresh("ok")];
  if (fallback && node.fallback && !isZero(node.fallback) && node.fallback.kind !== "NoneLiteral") {
    context.emit(
      go.define([name, ok], go.index(entries, at)),
      go.ifStatement(go.unary("!", go.ident(ok)), [go.assign(go.ident(name), fallback)]),
    );
  } else {
    if (!node.fallback && node.checked === undefined)
      context.report(node, {
        severity: "caveat",
        code: "missing-key",
        message: "Python raises KeyError where the key is missing; Go's map gives the zero value.",
      });
    context.emit(go.define(name, go.index(entries, at)));
  }
  context.emit(removeEntry(place, node.map.type, at, context));
  return go.ident(name);
}

/** `update` of a Counter counts what it is given, or adds the counts of a mapping. */
function addCounts(node: ir.DictUpdate, context: GoLowerContext): goTree.Expr {
  const map = repeatable(context.expression(node.map), "counts", context);
  const isOrdered = context.facts.isOrdered(node.map.type);
  const placeOf = (key: goTree.Expr): goTree.Expr => (isOrdered ? ensuredPlace(map, key, context) : go.index(map, key));
  if (node.other.type.kind === "dict") {
    const [key, count] = [context.fresh("key"), context.fresh("count")];
    const other = context.expression(node.other);
    const all = context.facts.isOrdered(node.other.type) ? go.call(go.selector(other, "All")) : other;
    const body = context.capture(() => go.assign(placeOf(go.ident(key)), go.ident(count), "+="));
    context.emit(go.range(key, count, all, [...body.emitted, body.value]));
    return go.nothing();
  }
  const loops = context.capture(() =>
    forEachElement(node.other, "item", isOrdered, context, (element) => [go.increment(placeOf(element))]),
  );
  context.emit(...loops.emitted, ...loops.value);
  return go.nothing();
}

export default defineConstruct({
  id: "dict-access",
  title: "Methods of dicts",
  summary: "`get`, `setdefault`, `pop` and `update` are the comma-ok form, `delete` and `maps.Copy`.",
  explanation:
    "A Go map answers a missing key with the zero value, and `v, ok := m[k]` tells whether it was there. So `d.get(k, 0)` is just `d[k]`, other defaults need the second value, and `setdefault` becomes an `if`. " +
    "`delete` does nothing for a missing key, where Python raises KeyError.",
  references: [
    { title: "Go: Index expressions", url: "https://go.dev/ref/spec#Index_expressions" },
    { title: "Go: package maps", url: "https://pkg.go.dev/maps" },
    { title: "Python: dict", url: "https://docs.python.org/3/library/stdtypes.html#mapping-types-dict" },
  ],
  refines: {
    python: { Call: lift },
    go: {
      CallExpr: (node, context) => {
        if (node.fun.kind !== "Ident" || context.analysis.callOf(node)?.kind !== "builtin") return undefined;
        const [map, key] = node.args;
        if (node.fun.name === "clear" && map) {
          const kind = underlying(context.typeOf(map)).kind;
          if (kind !== "dict")
            throw new Untranslatable(
              "clear-slice",
              "Go's `clear` of a slice sets all elements to zero; Python assigns `[0] * len(xs)` to `xs[:]`.",
            );
          return expression("Clear", noneType, { container: context.expression(map) });
        }
        if (node.fun.name !== "delete" || !map || !key) return undefined;
        const type = underlying(context.typeOf(map));
        return expression("DictDiscard", noneType, {
          map: context.expression(map),
          key: context.coerced(key, type.kind === "dict" ? type.key : unknownType),
        });
      },
    },
  },
  lower: {
    go: {
      DictGet: getToGo,
      DictSetDefault: setDefaultToGo,
      DictPop: popToGo,
      DictUpdate: (node, context) => {
        if (node.map.type.kind === "dict" && node.map.type.variant === "counter") return addCounts(node, context);
        const [map, other] = context.expressions([node.map, node.other]) as [goTree.Expr, goTree.Expr];
        if (node.other.type.kind !== "dict")
          throw new Untranslatable(
            "dict-update",
            "`update` with pairs is not translated; assign the entries in a loop.",
          );
        takeEntries(map, node.map.type, other, node.other.type, context);
        return go.nothing();
      },
      DictDiscard: (node, context) => {
        const [map, key] = context.expressions([node.map, node.key]) as [goTree.Expr, goTree.Expr];
        return context.facts.isOrdered(node.map.type)
          ? go.call(context.helper("deleteKey"), map, key)
          : go.call("delete", map, key);
      },
    },
    python: {
      DictGet: (node, context) => py.methodCall(...call("get", node.map, [node.key, node.fallback], context)),
      DictSetDefault: (node, context) =>
        py.methodCall(...call("setdefault", node.map, [node.key, node.fallback], context)),
      DictPop: (node, context) => py.methodCall(...call("pop", node.map, [node.key, node.fallback], context)),
      DictUpdate: (node, context) => py.methodCall(...call("update", node.map, [node.other], context)),
      DictDiscard: (node, context) => {
        const [map, key] = context.expressions([node.map, node.key]) as [pyTree.Expression, pyTree.Expression];
        return py.methodCall(map, "pop", [key, py.none()]);
      },
    },
  },
  caveats: [
    {
      code: "missing-key",
      severity: "caveat",
      message: "Python raises KeyError where the key is missing; Go's map gives the zero value.",
    },
  ],
  examples: [
    {
      title: "Counting",
      python:
        'def count(words: list[str]) -> dict[str, int]:\n    counts: dict[str, int] = {}\n    for word in words:\n        counts[word] = counts.get(word, 0) + 1\n    return counts\n\n\nprint(count(["a", "b", "a"])["a"])\n',
      go: 'func count(words []string) map[string]int {\n\tcounts := map[string]int{}\n\tfor _, word := range words {\n\t\tcounts[word] = counts[word] + 1\n\t}\n\treturn counts\n}\n\nfmt.Println(count([]string{"a", "b", "a"})["a"])\n',
    },
  ],
});

function call(
  name: string,
  receiver: ir.Expression,
  args: readonly (ir.Expression | undefined)[],
  context: { expressions(nodes: readonly ir.Expression[]): readonly pyTree.Expression[] },
): [pyTree.Expression, string, readonly pyTree.Expression[]] {
  const [value, ...rest] = context.expressions([receiver, ...args.filter((arg) => arg !== undefined)]) as [
    pyTree.Expression,
    ...pyTree.Expression[],
  ];
  return [value, name, rest];
}
