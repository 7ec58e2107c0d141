import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { decorate, decorationOf } from "../../lowering/decoration.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { GoLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { pythonBody } from "../../lowering/python/bodies.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "if-statement",
  title: "if, elif, else",
  summary:
    "`if`/`elif`/`else` is `if`/`else if`/`else`; Go's statement before the condition becomes a line of its own.",
  explanation:
    "Python accepts any value as a condition and asks whether it is empty or zero; Go accepts only booleans, so `if items:` becomes " +
    "`if len(items) > 0`. Go's `if v, ok := m[k]; ok` limits the variables to the statement; in Python they stay visible until the function ends. " +
    "Where the condition of an `elif` needs a statement before it, such as the check of an error, the chain continues inside an `else` block.",
  references: [
    { title: "Go: If statements", url: "https://go.dev/ref/spec#If_statements" },
    {
      title: "Python: The if statement",
      url: "https://docs.python.org/3/reference/compound_stmts.html#the-if-statement",
    },
    {
      title: "Python: Truth value testing",
      url: "https://docs.python.org/3/library/stdtypes.html#truth-value-testing",
    },
  ],
  python: {
    If: (node, context): ir.If => ({
      sort: "statement",
      kind: "If",
      test: context.condition(node.test),
      then: context.statements(node.body),
      otherwise: context.statements(node.orelse),
      ...(node.elseClause ? { elseDecoration: decorationOf(node.elseClause) } : {}),
      ...decorationOf(node),
    }),
  },
  go: { IfStmt: liftGoIf },
  lower: { go: { If: toGo }, python: { If: toPython } },
  snippets: [
    {
      language: "python",
      prefix: "ifin",
      terms: ["comma ok", "if v, ok := m[k]; ok"],
      description: "Use an entry of a dict if it is there",
      body: ["if ${1:key} in ${2:mapping}:", "    ${3:value} = ${2:mapping}[${1:key}]", "    $0"],
    },
    {
      language: "go",
      prefix: "ifok",
      terms: ["if key in dict", "dict.get"],
      description: "Use an entry of a map if it is there",
      body: ["if ${1:value}, ok := ${2:mapping}[${3:key}]; ok {", "\t$0", "}"],
    },
  ],
  examples: [
    {
      title: "A chain of tests",
      python: `def grade(score: int) -> str:\n    if score >= 90:\n        return "A"\n    elif score >= 80:\n        return "B"\n    else:\n        return "C"\n\n\nprint(grade(95), grade(85), grade(10))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc grade(score int) string {\n\tif score >= 90 {\n\t\treturn "A"\n\t} else if score >= 80 {\n\t\treturn "B"\n\t} else {\n\t\treturn "C"\n\t}\n}\n\nfunc main() {\n\tfmt.Println(grade(95), grade(85), grade(10))\n}\n`,
    },
    {
      title: "A statement before the condition",
      python: `def price(prices: dict[str, int], name: str) -> int:\n    if name in prices:\n        return prices[name]\n    return -1\n\n\nprint(price({"tea": 3}, "tea"), price({}, "tea"))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc price(prices map[string]int, name string) int {\n\tif p, ok := prices[name]; ok {\n\t\treturn p\n\t}\n\treturn -1\n}\n\nfunc main() {\n\tfmt.Println(price(map[string]int{"tea": 3}, "tea"), price(map[string]int{}, "tea"))\n}\n`,
    },
  ],
});

function liftGoIf(node: goTree.IfStmt, context: GoLiftContext): ir.Statement | readonly ir.Statement[] {
  const init = node.init ? context.statements([node.init]) : [];
  const lifted: ir.If = {
    sort: "statement",
    kind: "If",
    test: context.expression(node.cond),
    then: context.statements(node.body.list),
    otherwise:
      node.else === undefined
        ? []
        : node.else.kind === "BlockStmt"
          ? context.statements(node.else.list)
          : context.statements([node.else]),
    ...(node.body.inner && node.body.inner.length > 0 ? { inner: node.body.inner } : {}),
    ...(node.else?.kind === "BlockStmt" ? { elseDecoration: decorationOf(node.else) } : {}),
  };
  return init.length === 0 ? lifted : { sort: "statement", kind: "Block", body: [...init, lifted] };
}

function toGo(node: ir.If, context: GoLowerContext): goTree.IfStmt {
  const { value: test, emitted } = context.capture(() => context.expression(node.test));
  const { before, init } = go.ifInit(emitted);
  context.emit(...before);
  const body = withInner(context.block(node.then), node);
  return {
    kind: "IfStmt",
    ...(init ? { init } : {}),
    cond: test,
    body,
    else: elseBranch(node, context),
    span: { start: 0, end: 0 },
  };
}

function withInner(block: goTree.BlockStmt, node: { readonly inner?: ir.If["inner"] }): goTree.BlockStmt {
  return node.inner && node.inner.length > 0 ? { ...block, inner: node.inner } : block;
}

function elseBranch(node: ir.If, context: GoLowerContext): goTree.BlockStmt | goTree.IfStmt | undefined {
  if (node.otherwise.length === 0) return undefined;
  const list = context.statements(node.otherwise);
  const [only] = list;
  if (list.length === 0 && node.elseDecoration === undefined) return undefined;
  const hasComments = (node.elseDecoration?.leading?.length ?? 0) > 0;
  if (
    list.length === 1 &&
    only?.kind === "IfStmt" &&
    !hasComments &&
    (only.leading?.length ?? 0) === 0 &&
    node.otherwise.length === 1 &&
    node.otherwise[0]!.kind === "If"
  )
    return only;
  const block = go.block(list);
  return node.elseDecoration
    ? decorate(withInner(block, node.elseDecoration), {
        ...(node.elseDecoration.leading ? { leading: node.elseDecoration.leading } : {}),
      })
    : block;
}

function toPython(node: ir.If, context: PythonLowerContext): readonly pyTree.Statement[] {
  const test = context.expression(node.test);
  const then = pythonBody(node.then, context);
  const otherwise = node.otherwise.length === 0 ? [] : context.statements(node.otherwise);
  const lowered = py.ifStatement(test, then, otherwise);
  const inner = node.inner && node.inner.length > 0 ? { inner: node.inner } : {};
  const isBlock = otherwise.length === 1 && otherwise[0]!.kind === "If" && node.otherwise[0]?.kind !== "If";
  const clause =
    (node.elseDecoration || isBlock) && otherwise.length > 0
      ? { elseClause: { span: { start: 0, end: 0 }, ...node.elseDecoration } }
      : {};
  return [{ ...lowered, ...inner, ...clause }];
}
