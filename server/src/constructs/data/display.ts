import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { dictOf, listOf, setOf, unknownType } from "../../types/build.ts";
import { join } from "../../types/relations.ts";
import type { Type } from "../../types/type.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { elementOf, listOfElements } from "../../lowering/go/collect.ts";
import { emptyDict, orderedLiteral, setEntry, takeEntries } from "../../lowering/go/ordered-maps.ts";
import * as go from "../../lowering/go/syntax.ts";
import { tupleLiteral } from "../../lowering/go/tuples.ts";
import type { GoLiftContext, PythonLiftContext } from "../../lowering/lift-context.ts";
import { underlying } from "../../lowering/lift/go-operators.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

/** An element of a display in the type that all share. */
function element(node: pyTree.Expression, type: Type, context: PythonLiftContext): ir.Expression {
  if (node.kind !== "Starred") return context.coerced(node, type);
  const operand = context.expression(node.value);
  return expression("Spread", operand.type, { operand });
}

function elementTypeOf(
  elts: readonly pyTree.Expression[],
  declared: Type | undefined,
  context: PythonLiftContext,
): Type {
  if (declared !== undefined && declared.kind !== "unknown") return declared;
  return elts
    .filter((elt) => elt.kind !== "Starred")
    .map((elt) => context.typeOf(elt))
    .reduce(join, unknownType as Type);
}

// To Go

function spreadParts(
  elements: readonly ir.Expression[],
): { readonly values: readonly ir.Expression[]; readonly spread?: ir.Expression }[] {
  const parts: { values: ir.Expression[]; spread?: ir.Expression }[] = [{ values: [] }];
  for (const item of elements) {
    if (item.kind === "Spread") {
      parts[parts.length - 1]!.spread = item.operand;
      parts.push({ values: [] });
    } else parts[parts.length - 1]!.values.push(item);
  }
  return parts;
}

function listToGo(node: ir.ListLiteral, context: GoLowerContext): goTree.Expr {
  const type = context.type(node.type);
  if (!node.elements.some((item) => item.kind === "Spread"))
    return go.composite(type, context.expressions(node.elements).map(elided(node.type)));
  const parts = spreadParts(node.elements);
  const operands = parts.flatMap((part) => (part.spread ? [part.spread] : []));
  const sequences = operands.map((operand) =>
    operand.type.kind === "list" ? context.expression(operand) : listOfElements(operand, false, true, context),
  );
  // slices.Concat makes a new list and keeps the order of evaluation of lists and single elements apart only by position.
  const lists: goTree.Expr[] = [];
  parts.forEach((part, position) => {
    if (part.values.length > 0) lists.push(go.composite(type, context.expressions(part.values).map(elided(node.type))));
    if (part.spread) lists.push(sequences[position]!);
  });
  return go.libraryCall("slices", "Concat", ...lists);
}

/** Elements of nested literals leave out their type. */
function elided(type: Type): (element: goTree.Expr) => goTree.Expr {
  const inner = type.kind === "list" || type.kind === "array" ? type.element : undefined;
  const isElidable =
    inner?.kind === "list" ||
    inner?.kind === "tuple" ||
    inner?.kind === "dict" ||
    inner?.kind === "set" ||
    inner?.kind === "array";
  return (item) => (isElidable && item.kind === "CompositeLit" ? { ...item, type: undefined } : item);
}

function setToGo(node: ir.SetLiteral, context: GoLowerContext): goTree.Expr {
  if (node.elements.some((item) => item.kind === "Spread"))
    throw new Untranslatable(
      "set-spread",
      "Spreading into a set is not translated; Go programs copy one map into another with `maps.Copy`.",
    );
  const seen = new Set<string>();
  const keys = context.expressions(node.elements).filter((key) => {
    if (key.kind !== "BasicLit") return true;
    const isNew = !seen.has(key.raw);
    seen.add(key.raw);
    return isNew;
  });
  return go.composite(
    context.type(node.type),
    keys.map((key) => go.keyValue(key, go.composite(undefined, []))),
  );
}

function dictToGo(node: ir.DictLiteral, context: GoLowerContext): goTree.Expr {
  const type = context.type(node.type);
  const isPlain = node.entries.every((entry) => entry.key !== undefined);
  const keys = node.entries
    .map((entry) => entry.key)
    .filter((key) => key?.kind === "StringLiteral" || key?.kind === "IntegerLiteral");
  const distinct = new Set(
    keys.map((key) =>
      key?.kind === "StringLiteral" ? `s${key.value}` : key?.kind === "IntegerLiteral" ? `i${key.value}` : "",
    ),
  );
  if (isPlain && distinct.size === keys.length) {
    const lowered = context.expressions(node.entries.flatMap((entry) => (entry.key ? [entry.key, entry.value] : [])));
    if (context.facts.isOrdered(node.type))
      return orderedLiteral(
        node,
        node.entries.map((_, i) => [lowered[2 * i]!, lowered[2 * i + 1]!]),
        context,
      );
    const elts = node.entries.map((_, i) => go.keyValue(lowered[2 * i]!, elidedValue(node.type, lowered[2 * i + 1]!)));
    return go.composite(type, elts);
  }
  const name = context.temporary("merged", emptyDict(node.type, context));
  for (const entry of node.entries) {
    if (entry.key === undefined)
      takeEntries(name, node.type, context.expression(entry.value), entry.value.type, context);
    else {
      const [key, value] = context.expressions([entry.key, entry.value]) as [goTree.Expr, goTree.Expr];
      context.emit(setEntry(name, node.type, key, value, context));
    }
  }
  return name;
}

function elidedValue(type: Type, value: goTree.Expr): goTree.Expr {
  const inner = type.kind === "dict" ? type.value : undefined;
  const isElidable =
    inner?.kind === "list" || inner?.kind === "dict" || inner?.kind === "set" || inner?.kind === "tuple";
  return isElidable && value.kind === "CompositeLit" ? { ...value, type: undefined } : value;
}

function tupleToGo(node: ir.TupleLiteral, context: GoLowerContext): goTree.Expr {
  const { type } = node;
  if (type.kind !== "tuple") throw new Untranslatable("tuple", "This tuple has no type that Go could give it.");
  if (node.elements.some((item) => item.kind === "Spread")) {
    if (type.rest === undefined)
      throw new Untranslatable(
        "tuple-spread",
        "Spreading into a tuple is not translated; Go programs use a slice for sequences of varying length.",
      );
    return listToGo({ ...node, kind: "ListLiteral", type: listOf(type.rest) }, context);
  }
  const lower = (inner: Type): goTree.Expr => context.type(inner);
  const shaped =
    type.elements.length === node.elements.length || type.rest !== undefined
      ? type
      : { kind: "tuple" as const, elements: node.elements.map((item) => item.type) };
  return tupleLiteral(shaped, context.expressions(node.elements), lower, (name) => context.helper(name));
}

// To Python

function spreadAware(elements: readonly ir.Expression[], context: PythonLowerContext): readonly pyTree.Expression[] {
  return context.expressions(elements);
}

/** The factory whose value the entries of a `defaultdict` begin with. */
function factoryOf(type: Type): pyTree.Expression {
  const factories: Partial<Record<Type["kind"], string>> = {
    int: "int",
    float: "float",
    string: "str",
    bool: "bool",
    list: "list",
    set: "set",
    dict: "dict",
  };
  return py.name(factories[type.kind] ?? "dict");
}

// From Go

/** `T{…}` of slices, arrays and maps; the element types are known even where they are left out. */
function liftComposite(node: goTree.CompositeLit, context: GoLiftContext): ir.Expression {
  const type = context.typeOf(node);
  const shape = underlying(type);
  switch (shape.kind) {
    case "list":
    case "array": {
      if (node.elts.some((elt) => elt.kind === "KeyValueExpr")) return indexedElements(node, shape, type, context);
      const elements = node.elts.map((elt) => context.coerced(elt, shape.element));
      const missing = shape.kind === "array" ? Math.max(0, shape.length - elements.length) : 0;
      if (missing === 0) return expression("ListLiteral", type, { elements });
      if (elements.length === 0) return expression("ZeroValue", type, {});
      if (missing > 64)
        throw new Untranslatable("large-array", "A large array of zero values is not translated as a literal.");
      const zeros = Array.from({ length: missing }, () => expression("ZeroValue", shape.element, {}));
      return expression("ListLiteral", type, { elements: [...elements, ...zeros] });
    }
    case "dict":
      return expression("DictLiteral", type, {
        entries: node.elts.map((elt) => {
          if (elt.kind !== "KeyValueExpr")
            throw new Untranslatable("map-literal", "This map literal could not be read.");
          return { key: context.coerced(elt.key, shape.key), value: context.coerced(elt.value, shape.value) };
        }),
      });
    default:
      return externalComposite(node, context);
  }
}

/** `pkg.T{…}` of a package that is not known: most likely a struct, which is made as an object is. */
function externalComposite(node: goTree.CompositeLit, context: GoLiftContext): ir.Expression {
  const callee = node.type === undefined ? undefined : context.expression(node.type);
  if (callee?.kind !== "ExternalName")
    throw new Untranslatable("composite-literal", "This composite literal is not translated here.");
  return expression("Call", callee.type, {
    callee: { ...callee, role: "type" },
    arguments: node.elts.map((elt) =>
      elt.kind === "KeyValueExpr" && elt.key.kind === "Ident"
        ? { value: context.expression(elt.value), name: elt.key.name }
        : { value: context.expression(elt) },
    ),
  });
}

function indexedElements(
  node: goTree.CompositeLit,
  shape: Extract<Type, { kind: "list" | "array" }>,
  type: Type,
  context: GoLiftContext,
): ir.Expression {
  const byIndex = new Map<number, ir.Expression>();
  let next = 0;
  for (const elt of node.elts) {
    const value = elt.kind === "KeyValueExpr" ? elt.value : elt;
    if (elt.kind === "KeyValueExpr") {
      const at = context.analysis.constantOf(elt.key);
      if (typeof at !== "bigint" || at > 4096n)
        throw new Untranslatable("indexed-literal", "A literal with large indices is not translated.");
      next = Number(at);
    }
    byIndex.set(next++, context.coerced(value, shape.element));
  }
  const length = shape.kind === "array" ? shape.length : Math.max(0, ...[...byIndex.keys()].map((key) => key + 1));
  const elements = Array.from({ length }, (_, i) => byIndex.get(i) ?? expression("ZeroValue", shape.element, {}));
  return expression("ListLiteral", type, { elements });
}

const mixedNumbers = {
  severity: "caveat",
  code: "mixed-numbers",
  message:
    "Integers among floats become floats in Go, since a slice has elements of one type: where they are shown, `1` reads `1.0`.",
} as const;

export default defineConstruct({
  id: "display",
  title: "Lists, tuples, sets and dicts",
  summary: "A list is a slice, a dict a map, a set a map without values, a tuple an array or a small struct.",
  explanation:
    'Go\'s literals name their type: `[]int{1, 2}`, `map[string]int{"a": 1}`. There is no set type, so a `map[T]struct{}` stands for one, and no tuple: several values are several results or variables, and where a tuple is a value it is an ' +
    "array (elements of one type, usable as a map key) or a struct. Python's dict remembers the order of insertion; Go's map deliberately has none.",
  references: [
    { title: "Go: Composite literals", url: "https://go.dev/ref/spec#Composite_literals" },
    { title: "Go maps in action", url: "https://go.dev/blog/maps" },
    { title: "Python: Data structures", url: "https://docs.python.org/3/tutorial/datastructures.html" },
  ],
  python: {
    List: (node, context) => {
      const declared = context.typeOf(node);
      const inner = elementTypeOf(node.elts, declared.kind === "list" ? declared.element : undefined, context);
      const kinds = new Set(node.elts.map((elt) => context.typeOf(elt).kind));
      if (kinds.has("int") && kinds.has("float")) context.report(node, mixedNumbers);
      return expression("ListLiteral", listOf(inner), {
        elements: node.elts.map((elt) => element(elt, inner, context)),
      });
    },
    Tuple: (node, context) => {
      const declared = context.typeOf(node);
      const elements = node.elts.map((elt, i) => {
        const type = declared.kind === "tuple" ? (declared.rest ?? declared.elements[i]) : undefined;
        return element(elt, type ?? unknownType, context);
      });
      const hasSpread = elements.some((item) => item.kind === "Spread");
      const type: Type = hasSpread
        ? declared.kind === "tuple" && declared.rest
          ? declared
          : {
              kind: "tuple",
              elements: [],
              rest: elements
                .map((item) => (item.kind === "Spread" ? elementOf(item) : item.type))
                .reduce(join, unknownType as Type),
            }
        : {
            kind: "tuple",
            elements: elements.map((item, i) =>
              declared.kind === "tuple" ? (declared.elements[i] ?? item.type) : item.type,
            ),
          };
      return expression("TupleLiteral", type, { elements });
    },
    Set: (node, context) => {
      const declared = context.typeOf(node);
      const inner = elementTypeOf(node.elts, declared.kind === "set" ? declared.element : undefined, context);
      return expression("SetLiteral", setOf(inner), { elements: node.elts.map((elt) => element(elt, inner, context)) });
    },
    Dict: (node, context) => {
      const declared = context.typeOf(node);
      const keyed = node.items.filter((item) => item.key !== undefined);
      const key =
        declared.kind === "dict"
          ? declared.key
          : keyed.map((item) => context.typeOf(item.key!)).reduce(join, unknownType as Type);
      const value =
        declared.kind === "dict"
          ? declared.value
          : keyed.map((item) => context.typeOf(item.value)).reduce(join, unknownType as Type);
      const entries = node.items.map((item) =>
        item.key
          ? { key: context.coerced(item.key, key), value: context.coerced(item.value, value) }
          : { value: context.expression(item.value) },
      );
      return expression("DictLiteral", dictOf(key, value), { entries });
    },
    Starred: (node, context) => {
      const operand = context.expression(node.value);
      return expression("Spread", operand.type, { operand });
    },
  },
  go: { CompositeLit: (node, context) => liftComposite(node, context) },
  parts: { python: ["DictItem"], go: ["KeyValueExpr", "ArrayType", "MapType"] },
  caveats: [mixedNumbers],
  lower: {
    go: {
      ListLiteral: listToGo,
      SetLiteral: setToGo,
      DictLiteral: dictToGo,
      TupleLiteral: tupleToGo,
      Spread: () => {
        throw new Untranslatable(
          "spread",
          "Spreading is not translated here; Go spreads a slice into the last parameter of a variadic function only.",
        );
      },
    },
    python: {
      ListLiteral: (node, context) => {
        const list = py.list(spreadAware(node.elements, context));
        const isDeque = node.type.kind === "list" && node.type.variant === "deque";
        return isDeque
          ? py.call(context.imported("collections", "deque"), node.elements.length === 0 ? [] : [list])
          : list;
      },
      SetLiteral: (node, context) => py.set(spreadAware(node.elements, context)),
      TupleLiteral: (node, context) => py.tuple(spreadAware(node.elements, context)),
      DictLiteral: (node, context) => {
        if (node.type.kind === "dict" && node.entries.length === 0 && node.type.variant === "counter")
          return py.call(context.imported("collections", "Counter"));
        if (node.type.kind === "dict" && node.entries.length === 0 && node.type.variant === "defaultdict")
          return py.call(context.imported("collections", "defaultdict"), [factoryOf(node.type.value)]);
        const lowered = context.expressions(
          node.entries.flatMap((entry) => (entry.key ? [entry.key, entry.value] : [entry.value])),
        );
        let next = 0;
        return py.dict(
          node.entries.map((entry) => {
            const key = entry.key ? lowered[next++] : undefined;
            return py.dictItem(key, lowered[next++]!);
          }),
        );
      },
      Spread: (node, context) => py.starred(context.expression(node.operand)),
    },
  },
  examples: [
    {
      title: "Displays",
      python:
        'ages = {"ann": 31, "bob": 27}\nprimes = [2, 3, 5]\nseen = {1, 2, 2}\npoint = (3, 4)\nprint(ages["ann"], primes[1], len(seen), point[0])\n',
      go: 'ages := map[string]int{"ann": 31, "bob": 27}\nprimes := []int{2, 3, 5}\nseen := map[int]struct{}{1: {}, 2: {}}\npoint := [2]int{3, 4}\nfmt.Println(ages["ann"], primes[1], len(seen), point[0])\n',
      from: ["python"],
    },
  ],
});
