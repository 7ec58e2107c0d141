import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import { integerValue, isSimple } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { anyType, bigIntType, byteType, characterType, listOf } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { openObject } from "../../lowering/dict-order.ts";
import { ensuredPlace } from "../../lowering/go/ordered-maps.ts";
import * as go from "../../lowering/go/syntax.ts";
import { tupleElement, tupleForm } from "../../lowering/go/tuples.ts";
import { underlying } from "../../lowering/lift/go-operators.ts";
import { liftPythonSlice } from "../../lowering/lift/python-slices.ts";
import { specialCall } from "../../lowering/special-methods.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

function liftSubscript(node: pyTree.Subscript, context: PythonLiftContext): ir.Expression {
  const row = context.library(node);
  if (row) return row;
  const lifted = context.expression(node.value);
  const object = lifted.type.kind === "optional" ? expression("Cast", lifted.type.inner, { operand: lifted }) : lifted;
  const { type } = object;
  const member = memberByName(node, object);
  if (member) return member;
  if (node.slice.kind === "Slice") return liftPythonSlice(object, node.slice, context);
  if (type.kind === "dict") {
    const missing = type.variant === "defaultdict" || type.variant === "counter" ? "zero" : "raise";
    return expression("Lookup", type.value, { map: object, key: context.coerced(node.slice, type.key), missing });
  }
  const position = context.coerced(node.slice, indexType(context.typeOf(node.slice)));
  // `True` and `False` are the positions 1 and 0.
  const isTruth = position.type.kind === "bool" && type.kind !== "named";
  const index = isTruth ? expression("Convert", bigIntType, { operand: position }) : position;
  const constant = integerValue(index);
  const wraps = constant === undefined ? !isTruth && !(context.analysis.lowerBound(node.slice) >= 0) : constant < 0n;
  switch (type.kind) {
    case "list":
    case "array":
      return expression("Index", type.element, { object, index, unit: "element", wraps });
    case "string":
      return expression("Index", characterType, { object, index, unit: "character", wraps });
    case "bytes":
      return expression("Index", bigIntType, { object, index, unit: "byte", wraps });
    case "tuple":
      return expression("Index", tupleElementType(type, constant, context.typeOf(node)), {
        object,
        index,
        unit: "element",
        wraps,
      });
    case "unknown":
    case "any":
      if (type.kind === "unknown")
        return expression("Index", context.typeOf(node), { object, index, unit: "element", wraps: false });
      if (position.type.kind === "string")
        return expression("Lookup", openObject.value, {
          map: expression("Cast", openObject, { operand: object, ...at(object) }),
          key: position,
          missing: "raise",
        });
      if (position.type.kind === "int")
        return expression("Index", anyType, {
          object: expression("Cast", listOf(anyType), { operand: object, ...at(object) }),
          index,
          unit: "element",
          wraps,
        });
      throw new Untranslatable(
        "dynamic-subscript",
        "What is indexed here has no static type; Go needs to know whether it is a slice, a map or a string.",
      );
    default: {
      const special = specialCall(object, "__getitem__", [index], context.typeOf(node));
      if (special) return special;
      throw new Untranslatable(
        "subscript",
        "Indexing this type is not translated; Go indexes slices, arrays, maps and strings only.",
      );
    }
  }
}

function at({ origin }: ir.Expression): Pick<ir.Expression, "origin"> {
  return origin ? { origin } : {};
}

/** Positions fit 64 bits, also where they are computed from integers that do not. */
function indexType(type: Type): Type {
  return type.kind === "int" ? bigIntType : type;
}

/** `Color["RED"]` */
function memberByName(node: pyTree.Subscript, object: ir.Expression): ir.Expression | undefined {
  const instance = object.type.kind === "class" ? object.type.instance : undefined;
  const members = instance?.kind === "named" ? instance.symbol.enumeration?.members : undefined;
  if (!instance || !members) return undefined;
  const { slice } = node;
  const name = slice.kind === "Constant" && slice.value.type === "str" ? slice.value.value : undefined;
  if (name === undefined || !members.some((other) => other.name === name))
    throw new Untranslatable(
      "enum-lookup",
      "A member is only looked up by a name that is written out; Go programs keep a map from names to members.",
    );
  return expression("Field", instance, { object, name, member: "enumMember" });
}

function tupleElementType(type: Extract<Type, { kind: "tuple" }>, constant: bigint | undefined, inferred: Type): Type {
  if (type.rest) return type.rest;
  if (constant === undefined) return tupleForm(type) === "array" ? (type.elements[0] ?? inferred) : inferred;
  return type.elements.at(Number(constant)) ?? inferred;
}

// To Go

function indexToGo(node: ir.Index, context: GoLowerContext): goTree.Expr {
  const { type } = node.object;
  if (type.kind === "tuple" && type.rest === undefined) return tupleIndex(node, type, context);
  if (node.unit === "character") return characterAt(node, context);
  const constant = integerValue(node.index);
  if (node.wraps && constant !== undefined && constant < 0n) {
    const object = repeatable(context.expression(node.object), "list", context);
    return fromBytes(node, go.index(object, go.binary(go.call("len", object), "-", go.integer(-constant))));
  }
  const [object, index] = context.expressions([node.object, node.index]) as [goTree.Expr, goTree.Expr];
  if (!node.wraps) return fromBytes(node, go.index(object, index));
  const list = repeatable(object, "list", context);
  return fromBytes(node, go.index(list, go.call(context.helper("wrapIndex"), index, go.call("len", list))));
}

/** Python's bytes give integers, Go's give bytes. */
function fromBytes(node: ir.Index, element: goTree.Expr): goTree.Expr {
  return node.object.type.kind === "bytes" && node.type.kind === "int" && node.type.size === "unbounded"
    ? go.call("int", element)
    : element;
}

function repeatable(value: goTree.Expr, hint: string, context: GoLowerContext): goTree.Expr {
  const isPlace = value.kind === "Ident" || (value.kind === "SelectorExpr" && value.x.kind === "Ident");
  return isPlace ? value : context.temporary(hint, value);
}

function tupleIndex(node: ir.Index, type: Extract<Type, { kind: "tuple" }>, context: GoLowerContext): goTree.Expr {
  const constant = integerValue(node.index);
  if (constant !== undefined) {
    const position = Number(constant < 0n ? constant + BigInt(type.elements.length) : constant);
    if (position < 0 || position >= type.elements.length)
      throw new Untranslatable(
        "tuple-index",
        "This index lies outside of the tuple; Python raises an IndexError here.",
      );
    return tupleElement(type, context.expression(node.object), position);
  }
  if (tupleForm(type) !== "array")
    throw new Untranslatable(
      "tuple-index",
      "A tuple of different types can only be indexed by a constant in Go, since each field has a type of its own.",
    );
  const [object, index] = context.expressions([node.object, node.index]) as [goTree.Expr, goTree.Expr];
  return go.index(
    object,
    node.wraps ? go.call(context.helper("wrapIndex"), index, go.integer(type.elements.length)) : index,
  );
}

/** One character of a string, counted in code points; a literal of ASCII can be counted in bytes. */
function characterAt(node: ir.Index, context: GoLowerContext): goTree.Expr {
  const { object } = node;
  if (object.kind === "StringLiteral" && /^[\0-\x7f]*$/.test(object.value) && !node.wraps) {
    const [text, index] = context.expressions([object, node.index]) as [goTree.Expr, goTree.Expr];
    return go.call("string", go.index(text, index));
  }
  const constant = integerValue(node.index);
  if (constant !== undefined && constant >= 0n) {
    return go.call(
      "string",
      go.index(go.call(go.sliceType(go.ident("rune")), context.expression(object)), go.integer(constant)),
    );
  }
  const [text, index] = context.expressions([object, node.index]) as [goTree.Expr, goTree.Expr];
  if (!node.wraps) return go.call("string", go.index(go.call(go.sliceType(go.ident("rune")), text), index));
  return go.call(context.helper("charAt"), text, index);
}

function lookupToGo(node: ir.Lookup, context: GoLowerContext): goTree.Expr {
  const [map, key] = context.expressions([node.map, node.key]) as [goTree.Expr, goTree.Expr];
  if (context.facts.isOrdered(node.map.type)) return ensuredPlace(map, key, context);
  if (node.missing === "raise") {
    context.report(node, {
      severity: "caveat",
      code: "missing-key",
      message: "Python raises KeyError where the key is missing; Go's map gives the zero value.",
    });
  }
  return go.index(map, key);
}

// To Python

function indexToPython(node: ir.Index, context: PythonLowerContext): pyTree.Expression {
  const [object, index] = context.expressions([node.object, node.index]) as [pyTree.Expression, pyTree.Expression];
  const element = py.subscript(object, index);
  if (node.unit !== "byte" || underlying(node.object.type).kind !== "string") return element;
  if (node.object.kind !== "StringLiteral") reportBytes(node, context);
  return py.call("ord", [element]);
}

function reportBytes(node: ir.Expression, context: PythonLowerContext): void {
  context.report(node, {
    severity: "caveat",
    code: "byte-index",
    message: "Go counts the bytes of a string, Python its characters: the two differ where the text is not ASCII.",
  });
}

/** A variable, or a field of one. */
function isPath(node: ir.Expression): boolean {
  if (node.kind === "Dereference" || node.kind === "Cast") return isPath(node.operand);
  return node.kind === "Variable" || (node.kind === "Field" && node.member === "field" && isPath(node.object));
}

function lookupToPython(node: ir.Lookup, context: PythonLowerContext): pyTree.Expression {
  const { map } = node;
  const [object, key] = context.expressions([map, node.key]) as [pyTree.Expression, pyTree.Expression];
  if (
    node.missing === "raise" ||
    (map.type.kind === "dict" && (map.type.variant === "defaultdict" || map.type.variant === "counter"))
  )
    return py.subscript(object, key);
  if (node.missing === "zero") return py.methodCall(object, "get", [key, context.zero(node.type)]);
  const value = node.type.kind === "tuple" ? (node.type.elements[0] ?? node.type) : node.type;
  // Both operands are evaluated once: a path of names costs nothing to repeat.
  const steady = (operand: ir.Expression, lowered: pyTree.Expression, hint: string): pyTree.Expression =>
    isSimple(operand) || isPath(operand) ? lowered : context.temporary(hint, lowered);
  const [entries, wanted] = [steady(map, object, "entries"), steady(node.key, key, "key")];
  return py.tuple([py.methodCall(entries, "get", [wanted, context.zero(value)]), py.compare(wanted, "In", entries)]);
}

export default defineConstruct({
  id: "subscript",
  title: "Indexing",
  summary: "`xs[i]` is the same for lists; negative indices, missing keys and characters differ.",
  explanation:
    "Python counts negative indices from the end; Go panics, so `xs[-1]` becomes `xs[len(xs)-1]`. A missing key raises KeyError in Python and gives the zero value in Go. Python strings are sequences of code points, so that `s[i]` is a string; " +
    "Go strings are bytes, so that `s[i]` is a number and a character is found by way of `[]rune(s)`.",
  references: [
    { title: "Go: Index expressions", url: "https://go.dev/ref/spec#Index_expressions" },
    { title: "Strings, bytes, runes and characters in Go", url: "https://go.dev/blog/strings" },
    { title: "Python: Subscriptions", url: "https://docs.python.org/3/reference/expressions.html#subscriptions" },
  ],
  python: { Subscript: (node, context) => liftSubscript(node, context) },
  go: {
    IndexExpr: (node, context) => {
      const shape = underlying(context.typeOf(node.x));
      const target = shape.kind === "pointer" ? underlying(shape.target) : shape;
      const type = context.typeOf(node);
      switch (target.kind) {
        case "dict":
          return expression("Lookup", type, {
            map: context.expression(node.x),
            key: context.coerced(node.index, target.key),
            missing: "zero",
          });
        case "string":
          return expression("Index", byteType, {
            object: context.expression(node.x),
            index: context.expression(node.index),
            unit: "byte",
            wraps: false,
          });
        case "list":
        case "array":
        case "bytes":
        case "parameter":
          return expression("Index", type, {
            object: context.expression(node.x),
            index: context.expression(node.index),
            unit: "element",
            wraps: false,
          });
        default:
          throw new Untranslatable("index", "Indexing this type is not translated.");
      }
    },
  },
  lower: {
    go: { Index: indexToGo, Lookup: lookupToGo },
    python: { Index: indexToPython, Lookup: lookupToPython },
  },
  caveats: [
    {
      code: "missing-key",
      severity: "caveat",
      message: "Python raises KeyError where the key is missing; Go's map gives the zero value.",
    },
    {
      code: "byte-index",
      severity: "caveat",
      message: "Go counts the bytes of a string, Python its characters: the two differ where the text is not ASCII.",
    },
  ],
  examples: [
    {
      title: "First and last",
      python:
        'def ends(xs: list[int], word: str) -> str:\n    return str(xs[0] + xs[-1]) + word[0]\n\n\nprint(ends([1, 2, 3], "übel"))\n',
      go: 'func ends(xs []int, word string) string {\n\treturn strconv.Itoa(xs[0]+xs[len(xs)-1]) + string([]rune(word)[0])\n}\n\nfmt.Println(ends([]int{1, 2, 3}, "übel"))\n',
    },
  ],
});
