import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { decorationOf } from "../../lowering/decoration.ts";
import { liftPattern } from "../../lowering/lift/python-patterns.ts";
import { pythonBody } from "../../lowering/python/bodies.ts";
import { lowerPattern } from "../../lowering/python/patterns.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";

export default defineConstruct({
  id: "match",
  title: "match / switch",
  summary:
    "A `match` over constants becomes a `switch`; patterns that take a value apart become tests and assignments.",
  explanation:
    "Python's patterns compare, test types, look inside sequences, mappings and objects, and bind names while they match. Go's `switch` compares values " +
    "or types and nothing more, so what a pattern finds is asked for piece by piece: the length of a slice, then its elements, each in plain `if` " +
    "conditions. A guard is one more condition.",
  references: [
    {
      title: "Python: The match statement",
      url: "https://docs.python.org/3/reference/compound_stmts.html#the-match-statement",
    },
    { title: "PEP 636: Structural Pattern Matching: Tutorial", url: "https://peps.python.org/pep-0636/" },
    { title: "Go: Switch statements", url: "https://go.dev/ref/spec#Switch_statements" },
  ],
  python: {
    Match: (node, context): ir.Match => ({
      sort: "statement",
      kind: "Match",
      subject: context.expression(node.subject),
      cases: node.cases.map((clause) => ({
        pattern: liftPattern(clause.pattern, context.typeOf(node.subject), context),
        ...(clause.guard ? { guard: context.condition(clause.guard) } : {}),
        body: context.statements(clause.body),
        origin: context.origin(clause),
        ...decorationOf(clause),
      })),
      ...decorationOf(node),
    }),
  },
  parts: {
    python: [
      "match_case",
      "MatchValue",
      "MatchSingleton",
      "MatchSequence",
      "MatchMapping",
      "MatchClass",
      "MatchStar",
      "MatchAs",
      "MatchOr",
    ],
  },
  lower: {
    go: {
      Match: () => {
        throw new Untranslatable(
          "match",
          "This match is not translated; Go programs write a switch, or a chain of conditions.",
        );
      },
    },
    python: {
      Match: (node, context) => {
        const subject = context.expression(node.subject);
        const cases = node.cases.map((clause) => {
          const pattern = lowerPattern(clause.pattern, context);
          const guard = clause.guard ? context.expression(clause.guard) : undefined;
          return { ...py.matchCase(pattern, pythonBody(clause.body, context), guard), ...decorationOf(clause) };
        });
        return py.match(subject, cases);
      },
    },
  },
  snippets: [
    {
      language: "go",
      prefix: "match",
      terms: ["match", "case"],
      description: "Decide by a value",
      body: ["switch ${1:value} {", "case ${2:1, 2}:", "\t$0", "default:", "}"],
    },
  ],
  examples: [
    {
      title: "Constants, alternatives and a guard",
      python: `def describe(n: int) -> str:\n    match n:\n        case 0:\n            return "zero"\n        case 1 | 2:\n            return "small"\n        case other if other < 0:\n            return "negative"\n        case _:\n            return "big"\n\n\nprint(describe(0), describe(2), describe(-3), describe(9))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc describe(n int) string {\n\tswitch {\n\tcase n == 0:\n\t\treturn "zero"\n\tcase n == 1 || n == 2:\n\t\treturn "small"\n\tcase n < 0:\n\t\treturn "negative"\n\tdefault:\n\t\treturn "big"\n\t}\n}\n\nfunc main() {\n\tfmt.Println(describe(0), describe(2), describe(-3), describe(9))\n}\n`,
    },
    {
      title: "Looking inside a sequence",
      python: `def first_two(items: list[int]) -> int:\n    match items:\n        case []:\n            return 0\n        case [only]:\n            return only\n        case [first, second, *rest]:\n            return first + second\n    return -1\n\n\nprint(first_two([]), first_two([4]), first_two([1, 2, 3]))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc firstTwo(items []int) int {\n\tif len(items) == 0 {\n\t\treturn 0\n\t} else if len(items) == 1 {\n\t\treturn items[0]\n\t}\n\treturn items[0] + items[1]\n}\n\nfunc main() {\n\tfmt.Println(firstTwo([]int{}), firstTwo([]int{4}), firstTwo([]int{1, 2, 3}))\n}\n`,
    },
  ],
});
