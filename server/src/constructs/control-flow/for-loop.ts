import { listGrowthKinds } from "../../ir/growth.ts";
import { bodiesOf } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import { isSamePlace } from "../../ir/places.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { decorationOf } from "../../lowering/decoration.ts";
import { lowerForEach } from "../../lowering/go/iteration.ts";
import type { PythonLiftContext, Report } from "../../lowering/lift-context.ts";
import { liftRange } from "../../lowering/lift/go-range.ts";
import type { PythonLowerContext } from "../../lowering/lower-context.ts";
import { pythonBody } from "../../lowering/python/bodies.ts";
import { lowerIterable } from "../../lowering/python/iteration.ts";
import { lowerPythonTarget } from "../../lowering/python/targets.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";

const growth: Report = {
  severity: "mark",
  code: "changed-while-iterated",
  message:
    "The list is changed while the loop goes over it; Python's loop sees the change, Go's `range` has taken the length before.",
};

export default defineConstruct({
  id: "for-loop",
  title: "for … in / for range",
  summary: "Python's `for` over a range, list, dict or string is Go's `for … range`.",
  explanation:
    "Go's `range` gives an index and an element, so the index is dropped with `_` where Python does not ask for it, and `enumerate` costs nothing. " +
    "Over a string Go counts bytes and gives code points as integers. Go's maps come in random order, Python's dicts in the order of insertion. " +
    "Since Go 1.22 each round has variables of its own; in Python the variable is one for all rounds and lives on behind the loop.",
  references: [
    { title: "Go: For statements with range clause", url: "https://go.dev/ref/spec#For_range" },
    {
      title: "Python: The for statement",
      url: "https://docs.python.org/3/reference/compound_stmts.html#the-for-statement",
    },
    { title: "Fixing For Loops in Go 1.22", url: "https://go.dev/blog/loopvar-preview" },
  ],
  python: {
    For: (node, context) => liftFor(node, context),
    AsyncFor: (node, context) => ({ ...liftFor(node, context), isAsync: true }),
  },
  go: { RangeStmt: liftRange },
  lower: { go: { ForEach: lowerForEach }, python: { ForEach: toPython } },
  caveats: [
    { code: growth.code, severity: growth.severity, message: growth.message },
    {
      code: "dict-order",
      severity: "mark",
      message:
        "Python goes over a dict in the order of insertion, Go over a map in random order, and here the order can be seen.",
    },
    {
      code: "byte-index",
      severity: "caveat",
      message: "Go's index counts bytes, Python's characters; they differ for text that is not ASCII.",
    },
  ],
  snippets: [
    {
      language: "go",
      prefix: "enumerate",
      terms: ["enumerate", "for i, x in enumerate"],
      description: "Loop with index and element",
      body: ["for ${1:i}, ${2:item} := range ${3:items} {", "\t$0", "}"],
    },
    {
      language: "go",
      prefix: "items",
      terms: ["dict.items", "for k, v in d.items()"],
      description: "Loop over the entries of a map",
      body: ["for ${1:key}, ${2:value} := range ${3:mapping} {", "\t$0", "}"],
    },
    {
      language: "go",
      prefix: "forin",
      terms: ["for in", "for x in xs"],
      description: "Loop over elements",
      body: ["for _, ${1:item} := range ${2:items} {", "\t$0", "}"],
    },
    {
      language: "python",
      prefix: "forenum",
      terms: ["for range", "for i, v := range"],
      description: "Loop with index and element",
      body: ["for ${1:i}, ${2:item} in enumerate(${3:items}):", "    $0"],
    },
  ],
  examples: [
    {
      title: "Elements and indices",
      python: `def find(names: list[str], wanted: str) -> int:\n    for i, name in enumerate(names):\n        if name == wanted:\n            return i\n    return -1\n\n\nprint(find(["a", "b"], "b"))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc find(names []string, wanted string) int {\n\tfor i, name := range names {\n\t\tif name == wanted {\n\t\t\treturn i\n\t\t}\n\t}\n\treturn -1\n}\n\nfunc main() {\n\tfmt.Println(find([]string{"a", "b"}, "b"))\n}\n`,
    },
    {
      title: "Numbers",
      python: `def total(n: int) -> int:\n    result = 0\n    for i in range(1, n + 1):\n        result += i\n    return result\n\n\nprint(total(10))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc total(n int) int {\n\tresult := 0\n\tfor i := 1; i <= n; i++ {\n\t\tresult += i\n\t}\n\treturn result\n}\n\nfunc main() {\n\tfmt.Println(total(10))\n}\n`,
    },
    {
      title: "A loop with else",
      python: `def first_even(numbers: list[int]) -> int:\n    for number in numbers:\n        if number % 2 == 0:\n            found = number\n            break\n    else:\n        found = -1\n    return found\n\n\nprint(first_even([3, 4]), first_even([1]))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc firstEven(numbers []int) int {\n\tfor _, number := range numbers {\n\t\tif number%2 == 0 {\n\t\t\treturn number\n\t\t}\n\t}\n\treturn -1\n}\n\nfunc main() {\n\tfmt.Println(firstEven([]int{3, 4}), firstEven([]int{1}))\n}\n`,
    },
  ],
});

function liftFor(node: pyTree.For | pyTree.AsyncFor, context: PythonLiftContext): ir.ForEach {
  const body = context.statements(node.body);
  const iterable = context.expression(node.iter);
  if (changesLength(iterable, body)) context.report(node.iter, growth);
  return {
    sort: "statement",
    kind: "ForEach",
    target: context.target(node.target),
    iterable,
    body,
    orElse: context.statements(node.orelse),
    declares: [],
    isAsync: false,
    ...decorationOf(node),
  };
}

const growing: ReadonlySet<ir.Kind> = new Set([...listGrowthKinds, "SetAdd", "SetDiscard", "DictPop", "DictPopItem"]);

/** Whether a statement of the body makes the list that is iterated longer or shorter, other than right before leaving the loop. */
function changesLength(iterable: ir.Expression, body: readonly ir.Statement[]): boolean {
  const list = iterable.kind === "Iterate" && iterable.form === "enumerate" ? iterable.operands[0]! : iterable;
  if (list.kind !== "Variable" && list.kind !== "Field") return false;
  const isSame = (other: unknown): boolean => isSamePlace(list, other as ir.Expression);
  const visit = (statements: readonly ir.Statement[]): boolean =>
    statements.some((statement, position) => {
      const next = statements[position + 1];
      const leaves = next?.kind === "Break" || next?.kind === "Return";
      if (statement.kind === "ExpressionStatement" && growing.has(statement.expression.kind)) {
        const { expression } = statement;
        return (
          !leaves &&
          ["list", "container", "set", "map"].some(
            (field) => field in expression && isSame((expression as unknown as Record<string, unknown>)[field]),
          )
        );
      }
      if (statement.kind === "Delete") {
        return (
          !leaves &&
          statement.targets.some(
            (target) =>
              (target.kind === "Index" && isSame(target.object)) || (target.kind === "Lookup" && isSame(target.map)),
          )
        );
      }
      return bodiesOf(statement).some(visit);
    });
  return visit(body);
}

function toPython(node: ir.ForEach, context: PythonLowerContext): readonly pyTree.Statement[] {
  const iterable = lowerIterable(node, context);
  const target = lowerPythonTarget(node.target, context);
  const body = pythonBody(node.body, context);
  const orElse = context.statements(node.orElse);
  const loop = node.isAsync ? py.asyncFor(target, iterable, body, orElse) : py.forLoop(target, iterable, body, orElse);
  return [node.inner && node.inner.length > 0 ? { ...loop, inner: node.inner } : loop];
}
