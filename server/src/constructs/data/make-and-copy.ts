import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import { integerValue, isSimple } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { wordType } from "../../types/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import * as go from "../../lowering/go/syntax.ts";
import { underlying } from "../../lowering/lift/go-operators.ts";
import type { GoLiftContext } from "../../lowering/lift-context.ts";
import type { PythonLowerContext } from "../../lowering/lower-context.ts";

function lift(node: goTree.CallExpr, context: GoLiftContext): ir.Expression | undefined {
  if (node.fun.kind !== "Ident" || context.analysis.callOf(node)?.kind !== "builtin") return undefined;
  const [first, second, third] = node.args;
  if (!first) return undefined;
  switch (node.fun.name) {
    case "make": {
      const type = context.typeOf(node);
      const shape = underlying(type);
      if (shape.kind === "dict") return expression("DictLiteral", type, { entries: [] });
      if ((shape.kind !== "list" && shape.kind !== "bytes") || !second) return undefined;
      return expression("MakeList", type, {
        length: context.expression(second),
        capacity: third && context.expression(third),
      });
    }
    case "copy":
      return (
        second &&
        expression("CopyElements", wordType, { target: context.expression(first), source: context.expression(second) })
      );
    case "cap":
      return expression("Capacity", wordType, { operand: context.expression(first) });
    default:
      return undefined;
  }
}

/** Elements that are one value for all places only where nothing can change them. */
function isImmutable(node: pyTree.Expression): boolean {
  return node.kind === "Constant" || (node.kind === "UnaryOp" && node.operand.kind === "Constant");
}

function makeToPython(node: ir.MakeList, context: PythonLowerContext): pyTree.Expression {
  const type = underlying(node.type);
  if (integerValue(node.length) === 0n) return py.list([]);
  const element = type.kind === "list" ? type.element : wordType;
  const zero = context.zero(element);
  const length = context.expression(node.length);
  if (isImmutable(zero)) return py.binOp(py.list([zero]), "Mult", length);
  return py.listComp(zero, [py.comprehension(py.name("_"), py.call("range", [length]))]);
}

/** `copy(target, source)`: a slice assignment over the shorter of both. */
function copyToPython(node: ir.CopyElements, context: PythonLowerContext): pyTree.Expression {
  const { target } = node;
  const window = target.kind === "Slice" && target.shares && isSimple(target.object) ? target : undefined;
  const source = context.expression(node.source);
  const bytes = underlying(node.source.type).kind === "string" ? py.methodCall(source, "encode") : source;
  if (window === undefined) {
    return py.call(context.helper("copy_into"), [context.expression(target), bytes]);
  }
  const low = window.low ? context.expression(window.low) : py.int(0);
  const high = window.high ? [context.expression(window.high)] : [];
  return py.call(context.helper("copy_into"), [context.expression(window.object), bytes, low, ...high]);
}

export default defineConstruct({
  id: "make-and-copy",
  title: "make, copy and cap",
  summary: "`make([]int, n)` is `[0] * n`, `make(map[K]V)` is `{}`, `copy` is an assignment to a slice.",
  explanation:
    "Go's `make` gives a slice of zero values, or an empty map, with an optional capacity that only saves reallocation; Python's lists grow by themselves. A list of lists needs one new list for each place: `[[] for _ in range(n)]`. " +
    "`copy` overwrites the elements that both slices have and returns how many those were.",
  references: [
    { title: "Go: Making slices, maps and channels", url: "https://go.dev/ref/spec#Making_slices_maps_and_channels" },
    { title: "Go: Appending to and copying slices", url: "https://go.dev/ref/spec#Appending_and_copying_slices" },
    {
      title: "How do I create a multidimensional list?",
      url: "https://docs.python.org/3/faq/programming.html#how-do-i-create-a-multidimensional-list",
    },
  ],
  refines: { go: { CallExpr: lift } },
  lower: {
    go: {
      MakeList: (node, context) =>
        go.call(
          "make",
          context.type(node.type),
          ...context.expressions(node.capacity ? [node.length, node.capacity] : [node.length]),
        ),
      CopyElements: (node, context) => {
        const [target, source] = context.expressions([node.target, node.source]) as [goTree.Expr, goTree.Expr];
        return go.call("copy", target, source);
      },
    },
    python: { MakeList: makeToPython, CopyElements: copyToPython },
  },
  examples: [
    {
      title: "Zeros",
      python:
        "def zeros(n: int) -> list[int]:\n    return [0] * n\n\n\nxs = zeros(3)\nxs[1] = 5\nprint(len(xs), xs[1])\n",
      go: "func zeros(n int) []int {\n\treturn make([]int, n)\n}\n\nxs := zeros(3)\nxs[1] = 5\nfmt.Println(len(xs), xs[1])\n",
    },
  ],
});
