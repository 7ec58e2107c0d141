import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { decorationOf } from "../../lowering/decoration.ts";
import * as go from "../../lowering/go/syntax.ts";
import { negated } from "../../lowering/go/negation.ts";
import { labelled } from "../../lowering/go/labels.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { pythonBody } from "../../lowering/python/bodies.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "while-loop",
  title: "while",
  summary: "Python's `while` is Go's `for` with only a condition; `while True` is a `for` without one.",
  explanation:
    "Go has one keyword for all loops. Python's `else` behind a loop, which runs unless the loop was left by `break`, has no counterpart: a flag " +
    "remembers whether the loop was completed. A condition that needs a statement before it, such as a call that can fail, moves into the loop's body.",
  references: [
    { title: "Go: For statements with single condition", url: "https://go.dev/ref/spec#For_condition" },
    {
      title: "Python: The while statement",
      url: "https://docs.python.org/3/reference/compound_stmts.html#the-while-statement",
    },
    { title: "Effective Go: For", url: "https://go.dev/doc/effective_go#for" },
  ],
  python: {
    While: (node, context): ir.While => ({
      sort: "statement",
      kind: "While",
      test: context.condition(node.test),
      body: context.statements(node.body),
      orElse: context.statements(node.orelse),
      ...decorationOf(node),
    }),
  },
  lower: { go: { While: toGo }, python: { While: toPython } },
  snippets: [
    {
      language: "go",
      prefix: "while",
      terms: ["while", "while loop"],
      description: "Loop while a condition holds",
      body: ["for ${1:condition} {", "\t$0", "}"],
    },
    {
      language: "go",
      prefix: "forever",
      terms: ["while True"],
      description: "Loop until something breaks out",
      body: ["for {", "\t$0", "}"],
    },
  ],
  examples: [
    {
      title: "Halving",
      python: `def halvings(n: int) -> int:\n    count = 0\n    while n > 1:\n        n //= 2\n        count += 1\n    return count\n\n\nprint(halvings(40))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc halvings(n int) int {\n\tcount := 0\n\tfor n > 1 {\n\t\tn /= 2\n\t\tcount++\n\t}\n\treturn count\n}\n\nfunc main() {\n\tfmt.Println(halvings(40))\n}\n`,
    },
    {
      title: "A loop with else",
      python: `def is_prime(n: int) -> bool:\n    divisor = 2\n    while divisor * divisor <= n:\n        if n % divisor == 0:\n            result = False\n            break\n        divisor += 1\n    else:\n        result = n > 1\n    return result\n\n\nprint(is_prime(7), is_prime(9))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc isPrime(n int) bool {\n\tdivisor := 2\n\tresult := n > 1\n\tfor divisor*divisor <= n {\n\t\tif n%divisor == 0 {\n\t\t\tresult = false\n\t\t\tbreak\n\t\t}\n\t\tdivisor++\n\t}\n\treturn result\n}\n\nfunc main() {\n\tfmt.Println(isPrime(7), isPrime(9))\n}\n`,
    },
  ],
});

function toGo(node: ir.While, context: GoLowerContext): goTree.Stmt {
  if (node.orElse.length > 0)
    throw new Untranslatable(
      "loop-else",
      "The `else` of a loop is not translated here; Go programs set a flag before `break`.",
    );
  const isEndless = node.test.kind === "BooleanLiteral" && node.test.value;
  const { value, emitted } = context.capture(() => (isEndless ? undefined : context.expression(node.test)));
  const body = context.block(node.body);
  const inner = node.inner && node.inner.length > 0 ? { inner: node.inner } : {};
  const leave = emitted.length > 0 && value ? [...emitted, go.ifStatement(negated(value), [go.breakStatement()])] : [];
  const loop = go.forLoop(undefined, emitted.length > 0 ? undefined : value, undefined, [...leave, ...body.list]);
  return labelled({ ...loop, body: { ...loop.body, ...inner } }, node.label);
}

function toPython(node: ir.While, context: PythonLowerContext): readonly pyTree.Statement[] {
  const { value, emitted } = context.capture(() => context.expression(node.test));
  const body = pythonBody(node.body, context);
  const inner = node.inner && node.inner.length > 0 ? { inner: node.inner } : {};
  if (emitted.length === 0) return [{ ...py.whileLoop(value, body, context.statements(node.orElse)), ...inner }];
  if (node.orElse.length > 0)
    throw new Untranslatable(
      "loop-else",
      "The `else` of this loop is not translated, since its condition needs statements of its own.",
    );
  return [
    {
      ...py.whileLoop(py.bool(true), [...emitted, py.ifStatement(py.not(value), [py.breakStatement()]), ...body]),
      ...inner,
    },
  ];
}
