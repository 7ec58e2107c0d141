import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import * as go from "../../lowering/go/syntax.ts";
import { negated } from "../../lowering/go/negation.ts";
import * as py from "../../python/build.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

export default defineConstruct({
  id: "assert",
  title: "assert / panic",
  summary: "An assertion becomes a test that panics; Go has no assert statement.",
  explanation:
    "Python's `assert` raises AssertionError and can be switched off with `-O`. Go has none on purpose: what can go wrong at run time is an error to be " +
    "returned, and what cannot happen is a `panic`. In tests Go calls `t.Fatalf` or `t.Errorf`.",
  references: [
    { title: "Python: The assert statement", url: "https://docs.python.org/3/reference/simple_stmts.html#the-assert-statement" },
    { title: "Why does Go not have assertions?", url: "https://go.dev/doc/faq#assertions" },
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
    go: {
      Assert: (node, context) => {
        if (context.facts.isCaught("AssertionError")) throw new Untranslatable("caught-assertion", "This program catches AssertionError; Go programs return an error instead of asserting.");
        const test = context.expression(node.test);
        const { value, emitted } = context.capture(() => (node.message ? context.text(node.message, "str") : go.string("assertion failed")));
        return go.ifStatement(negated(test), [...emitted, go.statement(go.call("panic", value))]);
      },
    },
    python: {
      Assert: (node, context) => {
        const [test, message] = context.expressions(node.message ? [node.test, node.message] : [node.test]);
        return py.assert(test!, message);
      },
    },
  },
  snippets: [
    { language: "go", prefix: "assert", terms: ["assert"], description: "Stop when something impossible happens", body: ["if !(${1:condition}) {", '\tpanic("${2:message}")', "}"] },
  ],
  examples: [
    {
      title: "A precondition",
      python: `def mean(total: int, count: int) -> int:\n    assert count > 0, "count must be positive"\n    return total // count\n\n\nprint(mean(9, 3))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc mean(total, count int) int {\n\tif count <= 0 {\n\t\tpanic("count must be positive")\n\t}\n\treturn total / count\n}\n\nfunc main() {\n\tfmt.Println(mean(9, 3))\n}\n`,
      from: ["python", "go"],
    },
  ],
});
