import type * as goTree from "../../go/tree.ts";
import { boolean } from "../../ir/build.ts";
import { replaceContinues } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { decorationOf } from "../../lowering/decoration.ts";
import { labelled } from "../../lowering/go/labels.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { GoLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { asCountedLoop } from "../../lowering/python/counted-loops.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "counting-loop",
  title: "The loop with three clauses",
  summary:
    "`for i := 0; i < n; i++` becomes `for i in range(n)` where the body leaves the variable and the bound alone, else a `while`.",
  explanation:
    "Go tests the condition and runs the last clause in every round, so the body may change the variable or the bound. Python's `range` is fixed before " +
    "the first round. Only where nothing in the body touches either are the two the same; otherwise the loop becomes a `while`, in which the last " +
    "clause is repeated before each `continue`.",
  references: [
    { title: "Go: For statements with for clause", url: "https://go.dev/ref/spec#For_clause" },
    { title: "Python: range", url: "https://docs.python.org/3/library/stdtypes.html#ranges" },
  ],
  go: { ForStmt: liftFor },
  lower: { go: { Loop: toGo }, python: { Loop: toPython } },
  snippets: [
    {
      language: "go",
      prefix: "rangedown",
      terms: ["range(n, 0, -1)", "reversed(range)"],
      description: "Count down",
      body: ["for ${1:i} := ${2:n} - 1; ${1:i} >= 0; ${1:i}-- {", "\t$0", "}"],
    },
    {
      language: "python",
      prefix: "forc",
      terms: ["for i := 0; i < n; i++"],
      description: "Count up",
      body: ["for ${1:i} in range(${2:n}):", "    $0"],
    },
  ],
  examples: [
    {
      title: "Counting down in steps",
      python: `def countdown(start: int) -> list[int]:\n    numbers: list[int] = []\n    for i in range(start, 0, -2):\n        numbers.append(i)\n    return numbers\n\n\nprint(len(countdown(9)))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc countdown(start int) []int {\n\tnumbers := []int{}\n\tfor i := start; i > 0; i -= 2 {\n\t\tnumbers = append(numbers, i)\n\t}\n\treturn numbers\n}\n\nfunc main() {\n\tfmt.Println(len(countdown(9)))\n}\n`,
    },
    {
      title: "A body that moves the variable",
      python: `def skip(n: int) -> int:\n    rounds = 0\n    i = 0\n    while i < n:\n        if i % 3 == 1:\n            i += 1\n        rounds += 1\n        i += 1\n    return rounds\n\n\nprint(skip(10))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc skip(n int) int {\n\trounds := 0\n\tfor i := 0; i < n; i++ {\n\t\tif i%3 == 1 {\n\t\t\ti++\n\t\t}\n\t\trounds++\n\t}\n\treturn rounds\n}\n\nfunc main() {\n\tfmt.Println(skip(10))\n}\n`,
    },
  ],
});

function liftFor(node: goTree.ForStmt, context: GoLiftContext): ir.Statement {
  const inner = node.body.inner && node.body.inner.length > 0 ? { inner: node.body.inner } : {};
  const body = context.statements(node.body.list);
  if (!node.init && !node.post) {
    return {
      sort: "statement",
      kind: "While",
      test: node.cond ? context.expression(node.cond) : boolean(true),
      body,
      orElse: [],
      ...decorationOf(node),
      ...inner,
    };
  }
  const [init] = node.init ? context.statements([node.init]) : [];
  const [post] = node.post ? context.statements([node.post]) : [];
  return {
    sort: "statement",
    kind: "Loop",
    ...(init ? { init } : {}),
    ...(node.cond ? { test: context.expression(node.cond) } : {}),
    ...(post ? { post } : {}),
    body,
    ...decorationOf(node),
    ...inner,
  };
}

function toGo(node: ir.Loop, context: GoLowerContext): readonly goTree.Stmt[] {
  const init = node.init ? context.statements([node.init]) : [];
  const test = context.capture(() => (node.test ? context.expression(node.test) : undefined));
  const post = node.post ? context.statements([node.post]) : [];
  if (init.length > 1 || post.length > 1 || test.emitted.length > 0) {
    throw new Untranslatable(
      "loop-head",
      "The head of this loop needs statements of its own; write it as a loop with a condition.",
    );
  }
  const body = context.block(node.body);
  const loop = go.forLoop(init[0], test.value, post[0], body.list);
  return [
    labelled(
      node.inner && node.inner.length > 0 ? { ...loop, body: { ...loop.body, inner: node.inner } } : loop,
      node.label,
    ),
  ];
}

function toPython(node: ir.Loop, context: PythonLowerContext): readonly pyTree.Statement[] {
  const counted = asCountedLoop(node);
  if (counted) return context.statements([counted]);
  const { post } = node;
  const init = node.init ? context.statements([node.init]) : [];
  const steps = post ? replaceContinues(node.body, (statement) => [{ ...post }, statement]) : node.body;
  const loop: ir.While = {
    sort: "statement",
    kind: "While",
    test: node.test ?? boolean(true),
    body: post ? [...steps, post] : steps,
    orElse: [],
  };
  const [lowered] = context.statements([loop]);
  if (lowered?.kind !== "While") return [...init, ...(lowered ? [lowered] : [])];
  return [...init, node.inner && node.inner.length > 0 ? { ...lowered, inner: node.inner } : lowered];
}
