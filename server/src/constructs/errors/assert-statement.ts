import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { negated } from "../../lowering/go/negation.ts";
import { operationError } from "../../lowering/go/raise.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { GoLowerContext } from "../../lowering/lower-context.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "assert-statement",
  title: "assert / panic",
  summary: "`assert x, message` becomes `if !x { panic(message) }`.",
  explanation:
    "Go has no assertions; what must hold is tested and, where it does not, the program panics, since that is a mistake of the program and no failure to be handled. " +
    "In tests, Go calls `t.Errorf` or `t.Fatalf`. Python leaves assertions out when it runs with `-O`.",
  references: [
    { title: "Go FAQ: Why does Go not have assertions?", url: "https://go.dev/doc/faq#assertions" },
    {
      title: "Python: The assert statement",
      url: "https://docs.python.org/3/reference/simple_stmts.html#the-assert-statement",
    },
  ],
  python: {
    Assert: (node, context): ir.Assert => ({
      sort: "statement",
      kind: "Assert",
      test: context.condition(node.test),
      ...(node.msg ? { message: context.expression(node.msg) } : {}),
    }),
  },
  lower: {
    go: { Assert: toGo },
    python: {
      Assert: (node, context): pyTree.Statement => {
        const [test, message] = context.expressions(node.message ? [node.test, node.message] : [node.test]);
        return py.assert(test!, message);
      },
    },
  },
  snippets: [
    {
      language: "python",
      prefix: "tabletest",
      terms: ["table-driven test", "t.Run", "testing.T"],
      description: "A test that runs for each row of a table",
      body: [
        "@pytest.mark.parametrize(",
        '    ("${1:given}", "${2:wanted}"),',
        "    [",
        "        (${3:1}, ${4:2}),",
        "    ],",
        ")",
        "def test_${5:name}(${1:given}: ${6:int}, ${2:wanted}: ${7:int}) -> None:",
        "    assert ${8:work}(${1:given}) == ${2:wanted}",
      ],
    },
    {
      language: "go",
      prefix: "assert",
      terms: ["assert"],
      description: "Stop when something impossible happens",
      body: ["if !(${1:condition}) {", '\tpanic("${2:message}")', "}"],
    },
  ],
  examples: [
    {
      title: "A condition that must hold",
      python: `def ratio(part: int, whole: int) -> float:
    assert whole > 0, "nothing to divide"
    return part / whole


print(ratio(1, 4))
`,
      go: `package main

import "fmt"

func ratio(part, whole int) float64 {
	if whole <= 0 {
		panic("nothing to divide")
	}
	return float64(part) / float64(whole)
}

func main() {
	fmt.Println(ratio(1, 4))
}
`,
    },
  ],
});

function toGo(node: ir.Assert, context: GoLowerContext): goTree.Stmt {
  const test = context.expression(node.test);
  const { value: message, emitted } = context.capture(() =>
    node.message ? context.text(node.message, "str") : go.string(node.checked === true ? "" : "assertion failed"),
  );
  const failed =
    node.checked === true
      ? context.failure.propagate(operationError("AssertionError", message, context))
      : [go.statement(go.call("panic", message))];
  return go.ifStatement(negated(test), [...emitted, ...failed]);
}
