import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import { integerValue } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { isPath } from "../../lowering/go/deferred.ts";
import { steppedBounds } from "../../lowering/go/stepped-slices.ts";
import * as go from "../../lowering/go/syntax.ts";
import { tupleElement, tupleLiteral } from "../../lowering/go/tuples.ts";
import { underlying } from "../../lowering/lift/go-operators.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

function toGo(node: ir.Slice, context: GoLowerContext): goTree.Expr {
  if (node.object.type.kind === "tuple" && node.object.type.rest === undefined) return tupleSlice(node, context);
  if (!node.clamps) return plainSlice(node, context);
  if (node.step !== undefined && integerValue(node.step) !== 1n) return stepped(node, node.step, context);
  const isText = node.unit === "character";
  if (node.low === undefined && node.high === undefined) {
    const whole = context.expression(node.object);
    return isText ? whole : go.libraryCall("slices", "Clone", whole);
  }
  const cut = isText ? undefined : constantBounds(node, context);
  if (cut) return cut;
  const bounds = [node.low, node.high].filter((bound) => bound !== undefined);
  const [object, ...lowered] = context.expressions([node.object, ...bounds]) as [goTree.Expr, ...goTree.Expr[]];
  const source = object.kind === "Ident" || node.high !== undefined ? object : context.temporary("whole", object);
  const low = node.low === undefined ? go.integer(0) : lowered[0]!;
  const high = node.high === undefined ? go.call("len", source) : lowered[lowered.length - 1]!;
  return go.call(context.helper(isText ? "substring" : "sublist"), source, low, high);
}

/** A copy of what lies between constant bounds, cut to the length where they stand: `slices.Clone(xs[:min(3, len(xs))])`. */
function constantBounds(node: ir.Slice, context: GoLowerContext): goTree.Expr | undefined {
  const [low, high] = [node.low && integerValue(node.low), node.high && integerValue(node.high)];
  if ((node.low && low === undefined) || (node.high && high === undefined)) return undefined;
  const isOrdered = low === undefined || high === undefined || (low >= 0n === high >= 0n && low <= high);
  if (!isOrdered) return undefined;
  const object = context.expression(node.object);
  const source = isPath(object) ? object : context.temporary("whole", object);
  const length = go.call("len", source);
  const cut = (bound: bigint): goTree.Expr =>
    bound < 0n
      ? go.call("max", go.binary(length, "-", go.integer(Number(-bound))), go.integer(0))
      : go.call("min", go.integer(Number(bound)), length);
  const from = low === undefined || low === 0n ? undefined : cut(low);
  return go.libraryCall("slices", "Clone", go.sliceOf(source, from, high === undefined ? undefined : cut(high)));
}

/** Go's own slice expression. */
function plainSlice(node: ir.Slice, context: GoLowerContext): goTree.Expr {
  const parts = [node.low, node.high, node.maximum];
  const lowered = context.expressions([node.object, ...parts.filter((part) => part !== undefined)]);
  let next = 1;
  const [low, high, maximum] = parts.map((part) => (part === undefined ? undefined : lowered[next++]));
  return go.sliceOf(lowered[0]!, low, high, maximum);
}

function stepped(node: ir.Slice, step: ir.Expression, context: GoLowerContext): goTree.Expr {
  const isText = node.unit === "character";
  if (integerValue(step) === -1n && node.low === undefined && node.high === undefined) {
    return go.call(context.helper(isText ? "reverseString" : "reversed"), context.expression(node.object));
  }
  const object = context.expression(node.object);
  const source = isText
    ? context.temporary("runes", go.call(go.sliceType(go.ident("rune")), object))
    : object.kind === "Ident"
      ? object
      : context.temporary("whole", object);
  const result = go.call(context.helper("stepSlice"), source, ...steppedBounds(node, step, source, context));
  return isText ? go.call("string", result) : result;
}

function tupleSlice(node: ir.Slice, context: GoLowerContext): goTree.Expr {
  const { type } = node.object;
  if (type.kind !== "tuple" || node.type.kind !== "tuple")
    throw new Untranslatable("tuple-slice", "This slice of a tuple is not translated.");
  const low = node.low === undefined ? 0n : (integerValue(node.low) ?? 0n);
  const first = Number(low < 0n ? BigInt(type.elements.length) + low : low);
  const value = context.expression(node.object);
  const whole = value.kind === "Ident" ? value : context.temporary("parts", value);
  const elements = node.type.elements.map((_, position) => tupleElement(type, whole, first + position));
  return tupleLiteral(
    node.type,
    elements,
    (inner) => context.type(inner),
    (name) => context.helper(name),
  );
}

function toPython(node: ir.Slice, context: PythonLowerContext): pyTree.Expression {
  const parts = [node.low, node.high, node.step];
  const lowered = context.expressions([node.object, ...parts.filter((part) => part !== undefined)]);
  let next = 1;
  const [low, high, step] = parts.map((part) => (part === undefined ? undefined : lowered[next++]));
  if (
    node.unit === "byte" &&
    underlying(node.object.type).kind === "string" &&
    node.object.kind !== "StringLiteral" &&
    (low !== undefined || high !== undefined)
  ) {
    context.report(node, {
      severity: "caveat",
      code: "byte-index",
      message: "Go counts the bytes of a string, Python its characters: the two differ where the text is not ASCII.",
    });
  }
  const isWindow = node.shares && underlying(node.object.type).kind !== "string";
  if (isWindow) return py.call(context.helper("window"), [lowered[0]!, low ?? py.int(0), ...(high ? [high] : [])]);
  return py.subscript(lowered[0]!, py.slice(low, high, step));
}

export default defineConstruct({
  id: "slice",
  title: "Slicing",
  summary: "`xs[a:b]` looks the same, but Python copies, cuts bounds to fit and counts from the end.",
  explanation:
    "A Python slice is a new list, and bounds that lie outside are cut to fit. Go's slice expression is a window on the same elements, and bounds outside of the capacity panic. The translation copies and cuts the bounds as Python does, by a helper where they are not constants; " +
    "strings are cut between characters, not bytes. Go has no step: `xs[::-1]` becomes a reversed copy.",
  references: [
    { title: "Go: Slice expressions", url: "https://go.dev/ref/spec#Slice_expressions" },
    { title: "Go slices: usage and internals", url: "https://go.dev/blog/slices-intro" },
    { title: "Python: Slicings", url: "https://docs.python.org/3/reference/expressions.html#slicings" },
  ],
  python: {
    Slice: () => {
      throw new Untranslatable("slice", "A slice with several dimensions is not translated.");
    },
  },
  go: {
    SliceExpr: (node, context) => {
      const shape = underlying(context.typeOf(node.x));
      const target = shape.kind === "pointer" ? underlying(shape.target) : shape;
      const part = (bound: goTree.Expr | undefined): ir.Expression | undefined =>
        bound === undefined ? undefined : context.expression(bound);
      return expression("Slice", context.typeOf(node), {
        object: context.expression(node.x),
        low: part(node.low),
        high: part(node.high),
        maximum: part(node.max),
        unit: target.kind === "string" ? "byte" : "element",
        wraps: false,
        clamps: false,
        shares: true,
      });
    },
  },
  lower: { go: { Slice: toGo }, python: { Slice: toPython } },
  caveats: [
    {
      code: "slice-shares",
      severity: "note",
      message: "Go's slice shares its elements with the list it was cut from; Python's is a copy.",
    },
    {
      code: "byte-index",
      severity: "caveat",
      message: "Go counts the bytes of a string, Python its characters: the two differ where the text is not ASCII.",
    },
  ],
  examples: [
    {
      title: "Parts of a list",
      python:
        "def middle(xs: list[int]) -> int:\n    return len(xs[1:-1]) + len(xs[:10]) + xs[::-1][0]\n\n\nprint(middle([1, 2, 3, 4]))\n",
      go: "func middle(xs []int) int {\n\treturn len(xs[1:len(xs)-1]) + len(xs[:min(10, len(xs))]) + xs[len(xs)-1]\n}\n\nfmt.Println(middle([]int{1, 2, 3, 4}))\n",
    },
  ],
});
