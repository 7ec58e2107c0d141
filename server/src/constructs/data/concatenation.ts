import type * as goTree from "../../go/tree.ts";
import { integerValue } from "../../ir/purity.ts";
import { isLarge } from "../../lowering/go/large.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import * as go from "../../lowering/go/syntax.ts";
import { tupleElement, tupleLiteral, tupleForm } from "../../lowering/go/tuples.ts";
import type { GoLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

function concatenateToGo(node: ir.Concatenate, context: GoLowerContext): goTree.Expr {
  const { type } = node;
  if (type.kind === "tuple" && type.rest === undefined) return joinedTuple(node, type, context);
  if (type.kind === "list" || type.kind === "tuple" || type.kind === "bytes") {
    const operands = flattened(node);
    return go.libraryCall("slices", "Concat", ...context.expressions(operands));
  }
  const [left, right] = context.expressions([node.left, node.right]) as [goTree.Expr, goTree.Expr];
  return go.binary(left, "+", right);
}

/** `a + b + c` joins all at once. */
function flattened(node: ir.Expression): readonly ir.Expression[] {
  return node.kind === "Concatenate" ? [...flattened(node.left), ...flattened(node.right)] : [node];
}

function joinedTuple(
  node: ir.Concatenate,
  type: Extract<ir.Expression["type"], { kind: "tuple" }>,
  context: GoLowerContext,
): goTree.Expr {
  const parts = [node.left, node.right];
  const lowered = context
    .expressions(parts)
    .map((part) => (part.kind === "Ident" ? part : context.temporary("part", part)));
  const elements = parts.flatMap((part, position) => {
    const inner = part.type;
    if (inner.kind !== "tuple" || inner.rest)
      throw new Untranslatable("tuple-concatenation", "Joining tuples of unknown length is not translated.");
    return inner.elements.map((_, i) => tupleElement(inner, lowered[position]!, i));
  });
  return tupleLiteral(
    type,
    elements,
    (inner) => context.type(inner),
    (name) => context.helper(name),
  );
}

function repeatToGo(node: ir.Repeat, context: GoLowerContext): goTree.Expr {
  const { sequence, type } = node;
  if (type.kind === "tuple" && type.rest === undefined) {
    const [tuple, count] = [context.expression(sequence), Number(integerValue(node.count) ?? 0n)];
    const inner = sequence.type;
    if (inner.kind !== "tuple" || tupleForm(inner) === "slice")
      throw new Untranslatable("tuple-repetition", "Repeating this tuple is not translated.");
    const whole = tuple.kind === "Ident" ? tuple : context.temporary("part", tuple);
    const elements = Array.from({ length: Math.max(0, count) }, () =>
      inner.elements.map((_, i) => tupleElement(inner, whole, i)),
    ).flat();
    return tupleLiteral(
      type,
      elements,
      (element) => context.type(element),
      (name) => context.helper(name),
    );
  }
  const isText = type.kind === "string";
  if (type.kind === "list" && sequence.kind === "ListLiteral" && sequence.elements.length === 1) {
    const zero = zeros(node, sequence.elements[0]!, context);
    if (zero) return zero;
  }
  const [lowered, count] = context.expressions([sequence, node.count]) as [goTree.Expr, goTree.Expr];
  const constant = integerValue(node.count);
  const times =
    constant !== undefined && constant >= 0n
      ? count
      : isNeverNegative(node.count)
        ? count
        : go.call("max", count, go.integer(0));
  if (isText) return go.libraryCall("strings", "Repeat", lowered, times);
  if (type.kind === "bytes") return go.libraryCall("bytes", "Repeat", lowered, times);
  return go.libraryCall("slices", "Repeat", lowered, times);
}

function isNeverNegative(node: ir.Expression): boolean {
  if (node.kind === "Length") return true;
  if (node.kind === "IntegerLiteral") return node.value >= 0n;
  return (
    node.kind === "Arithmetic" &&
    node.operator !== "subtract" &&
    isNeverNegative(node.left) &&
    isNeverNegative(node.right)
  );
}

/** `[0] * n` is a new slice, whose elements are zero to begin with. A negative count would panic, so that it must be known not to be. */
function zeros(node: ir.Repeat, element: ir.Expression, context: GoLowerContext): goTree.Expr | undefined {
  const isZero =
    (element.kind === "IntegerLiteral" && element.value === 0n) ||
    (element.kind === "FloatLiteral" && element.value === 0) ||
    (element.kind === "BooleanLiteral" && !element.value) ||
    (element.kind === "StringLiteral" && element.value === "") ||
    (element.kind === "NoneLiteral" && node.type.kind === "list" && node.type.element.kind === "optional");
  if (!isZero || (node.type.kind === "list" && isLarge(node.type.element))) return undefined;
  const count = context.expression(node.count);
  const constant = integerValue(node.count);
  const isSafe = isNeverNegative(node.count) || (constant !== undefined && constant >= 0n);
  return go.call("make", context.type(node.type), isSafe ? count : go.call("max", count, go.integer(0)));
}

export default defineConstruct({
  id: "concatenation",
  title: "Joining and repeating sequences",
  summary: "`+` of strings is the same, of lists `slices.Concat`; `*` is `strings.Repeat`, `slices.Repeat` or `make`.",
  explanation:
    "Only Go's strings have `+`. Lists are joined with `slices.Concat`, which makes a new slice as Python does, and `[0] * n` is `make([]int, n)`, whose elements are zero from the start. " +
    "Python takes a negative count for zero; Go panics, so `max(n, 0)` stands where it is not known.",
  references: [
    { title: "Go: slices.Concat", url: "https://pkg.go.dev/slices#Concat" },
    { title: "Go: strings.Repeat", url: "https://pkg.go.dev/strings#Repeat" },
    {
      title: "Python: Common sequence operations",
      url: "https://docs.python.org/3/library/stdtypes.html#common-sequence-operations",
    },
  ],
  lower: {
    go: { Concatenate: concatenateToGo, Repeat: repeatToGo },
    python: {
      Concatenate: (node, context) => {
        const [left, right] = context.expressions([node.left, node.right]) as [pyTree.Expression, pyTree.Expression];
        return py.binOp(left, "Add", right);
      },
      Repeat: (node, context) => {
        const [sequence, count] = context.expressions([node.sequence, node.count]) as [
          pyTree.Expression,
          pyTree.Expression,
        ];
        return py.binOp(sequence, "Mult", count);
      },
    },
  },
  examples: [
    {
      title: "Lists and strings",
      python:
        'def padded(xs: list[int], n: int) -> int:\n    return len(xs + [0] * n)\n\n\nprint(padded([1], 3), "ab" * 2 + "c")\n',
      go: 'func padded(xs []int, n int) int {\n\treturn len(slices.Concat(xs, make([]int, max(n, 0))))\n}\n\nfmt.Println(padded([]int{1}, 3), strings.Repeat("ab", 2)+"c")\n',
    },
  ],
});
