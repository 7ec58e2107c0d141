import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { liftPull } from "../../lowering/lift/go-iterators.ts";
import { iterate } from "../../lowering/go/iteration.ts";
import { stopping } from "../../lowering/go/stopping.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { GoLowerContext } from "../../lowering/lower-context.ts";
import { elementType } from "../../lowering/passes/loops.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";
import { localBinding, variable } from "../../ir/build.ts";
import { noneType } from "../../types/build.ts";

export default defineConstruct({
  id: "generators",
  title: "yield / iterator functions",
  summary: "A generator becomes a function that returns an `iter.Seq`, which `range` accepts since Go 1.23.",
  explanation:
    "A Python generator is suspended at each `yield` and goes on when the next value is asked for. Go's iterator is a function that calls `yield` for " +
    "each value and stops when that gives false, because the loop around it was left. Values come when they are asked for in both. A generator that " +
    "receives values (`send`) has no such counterpart; Go programs use a pair of channels.",
  references: [
    { title: "Go: package iter", url: "https://pkg.go.dev/iter" },
    { title: "Range Over Function Types", url: "https://go.dev/blog/range-functions" },
    {
      title: "Python: Yield expressions",
      url: "https://docs.python.org/3/reference/expressions.html#yield-expressions",
    },
  ],
  python: {
    Yield: (node, context): ir.Yield => ({
      sort: "expression",
      kind: "Yield",
      ...(node.value ? { operand: context.expression(node.value) } : {}),
      delegates: false,
      type: noneType,
    }),
    YieldFrom: (node, context): ir.Yield => ({
      sort: "expression",
      kind: "Yield",
      operand: context.expression(node.value),
      delegates: true,
      type: noneType,
    }),
  },
  refines: { go: { CallExpr: liftPull } },
  lower: {
    go: { Yield: toGo },
    python: {
      Yield: (node, context) => {
        const operand = node.operand ? context.expression(node.operand) : undefined;
        return node.delegates && operand ? py.yieldFrom(operand) : py.yieldExpression(operand);
      },
    },
  },
  snippets: [
    {
      language: "python",
      prefix: "iterseq",
      terms: ["iter.Seq", "range over func", "yield func"],
      description: "Give values one by one",
      body: [
        "def ${1:numbers}(${2:limit}: int) -> Iterator[${3:int}]:",
        "    for ${4:n} in range(${2:limit}):",
        "        yield ${4:n}",
      ],
    },
    {
      language: "go",
      prefix: "yield",
      terms: ["yield", "generator"],
      description: "An iterator function",
      body: [
        "func ${1:values}() iter.Seq[${2:int}] {",
        "\treturn func(yield func(${2:int}) bool) {",
        "\t\t${3:for i := range 3} {",
        "\t\t\tif !yield(${4:i}) {",
        "\t\t\t\treturn",
        "\t\t\t}",
        "\t\t}",
        "\t}",
        "}",
      ],
    },
    {
      language: "python",
      prefix: "seq",
      terms: ["iter.Seq", "range over func"],
      description: "A generator",
      body: ["def ${1:values}() -> Iterator[${2:int}]:", "    for ${3:i} in ${4:range(3)}:", "        yield ${3:i}"],
    },
  ],
  examples: [
    {
      title: "Squares",
      python: `from collections.abc import Iterator\n\n\ndef squares(limit: int) -> Iterator[int]:\n    for i in range(limit):\n        yield i * i\n\n\nfor square in squares(4):\n    print(square)\n`,
      go: `package main\n\nimport (\n\t"fmt"\n\t"iter"\n)\n\nfunc squares(limit int) iter.Seq[int] {\n\treturn func(yield func(int) bool) {\n\t\tfor i := range limit {\n\t\t\tif !yield(i * i) {\n\t\t\t\treturn\n\t\t\t}\n\t\t}\n\t}\n}\n\nfunc main() {\n\tfor square := range squares(4) {\n\t\tfmt.Println(square)\n\t}\n}\n`,
      from: ["python"],
    },
  ],
});

/** `if !yield(x) { return }`; the expression itself has no value. */
function toGo(node: ir.Yield, context: GoLowerContext): goTree.Expr {
  if (node.block !== undefined) return handOver(node, context);
  const { enclosing } = context;
  if (enclosing?.isGenerator !== true && enclosing?.stop === undefined)
    throw new Untranslatable("yield-outside", "`yield` is only translated directly in a generator function.");
  if (node.isUsed === true)
    throw new Untranslatable(
      "yield-value",
      "What a `yield` is sent is not translated: Go's iterators only give values. Go programs use a pair of channels, or an object with a method.",
    );
  const fails = enclosing.stop?.withErrors ?? enclosing.yieldsErrors !== undefined;
  const give = (value: goTree.Expr): goTree.Stmt =>
    go.ifStatement(go.unary("!", go.call("yield", value, ...(fails ? [go.ident("nil")] : []))), stopping(context));
  if (!node.delegates || !node.operand) {
    context.emit(give(node.operand ? context.expression(node.operand) : go.ident("nil")));
    return go.nothing();
  }
  const element = elementType(node.operand.type);
  const item = localBinding("item", element, `yield-from:${node.origin?.ranges[0]?.span.start ?? 0}`);
  const statements = iterate(
    {
      target: variable(item),
      iterable: node.operand,
      declares: [item],
      body: () => [give(go.ident(context.name(item)))],
      statements: [],
      node,
      isOrderObserved: true,
    },
    context,
  );
  context.emit(...statements);
  return go.nothing();
}

/** The function that manages a context calls the block of the `with` where it yields. */
function handOver(node: ir.Yield, context: GoLowerContext): goTree.Expr {
  const block = context.enclosing?.manages;
  if (block === undefined)
    throw new Untranslatable("yield-outside", "`yield` is only translated directly in a generator function.");
  const call = go.call(context.name(block), ...(node.operand ? [context.expression(node.operand)] : []));
  return context.fails(node) ? context.failing(call, node) : call;
}
