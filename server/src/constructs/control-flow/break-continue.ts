import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import * as go from "../../lowering/go/syntax.ts";
import { isLabelUsed } from "../../lowering/lift/labels.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";

export default defineConstruct({
  id: "break-continue",
  title: "break, continue, labels and goto",
  summary: "`break` and `continue` are the same; Python has no labels, so leaving an outer loop takes a flag.",
  explanation:
    "In Go `break` also leaves a `switch` or `select`, so leaving the loop around one takes a label. Python's `break` and `continue` always mean the " +
    "innermost loop. Where Go names an outer loop, Python sets a flag that each loop on the way tests. `goto` has no counterpart in Python.",
  references: [
    { title: "Go: Break statements", url: "https://go.dev/ref/spec#Break_statements" },
    { title: "Go: Labeled statements", url: "https://go.dev/ref/spec#Labeled_statements" },
    {
      title: "Python: The break statement",
      url: "https://docs.python.org/3/reference/simple_stmts.html#the-break-statement",
    },
  ],
  python: {
    Break: (): ir.Break => ({ sort: "statement", kind: "Break" }),
    Continue: (): ir.Continue => ({ sort: "statement", kind: "Continue" }),
  },
  go: {
    BranchStmt: (node): ir.Statement | readonly ir.Statement[] => {
      const label = node.label ? { label: node.label.name } : {};
      switch (node.tok) {
        case "break":
          return { sort: "statement", kind: "Break", ...label };
        case "continue":
          return { sort: "statement", kind: "Continue", ...label };
        case "goto":
          return { sort: "statement", kind: "Goto", label: node.label?.name ?? "" };
        case "fallthrough":
          return [];
      }
    },
    LabeledStmt: (node, context): ir.Statement | readonly ir.Statement[] => {
      const label = node.label.name;
      const lifted = context.statements([node.stmt]);
      if (!isLabelUsed(node.stmt, label)) return lifted;
      const last = lifted.at(-1);
      if (last && labelKinds.has(last.kind)) return [...lifted.slice(0, -1), { ...last, label } as ir.Statement];
      return { sort: "statement", kind: "Labeled", label, body: lifted };
    },
  },
  lower: {
    go: {
      Break: (node) =>
        node.label === undefined ? go.breakStatement() : { ...go.breakStatement(), label: go.ident(node.label) },
      Continue: (node) =>
        node.label === undefined ? go.continueStatement() : { ...go.continueStatement(), label: go.ident(node.label) },
      Goto: (node) => ({ kind: "BranchStmt", tok: "goto", label: go.ident(node.label), span: { start: 0, end: 0 } }),
      Labeled: (node, context) => {
        const [first, ...rest] = context.statements(node.body);
        const stmt = first ?? { kind: "EmptyStmt" as const, implicit: true, span: { start: 0, end: 0 } };
        return [{ kind: "LabeledStmt", label: go.ident(node.label), stmt, span: { start: 0, end: 0 } }, ...rest];
      },
    },
    python: {
      Break: (node) => {
        if (node.label !== undefined)
          throw new Untranslatable(
            "label",
            `\`break ${node.label}\` leaves an outer statement; Python programs set a flag or return from a function.`,
          );
        return py.breakStatement();
      },
      Continue: (node) => {
        if (node.label !== undefined)
          throw new Untranslatable(
            "label",
            `\`continue ${node.label}\` goes on with an outer loop; Python programs set a flag or return from a function.`,
          );
        return py.continueStatement();
      },
      Goto: (node) => {
        throw new Untranslatable(
          "goto",
          `\`goto ${node.label}\` has no counterpart in Python; write a loop, or return early from a function.`,
        );
      },
      Labeled: (node, context) => context.statements(node.body),
    },
  },
  snippets: [
    {
      language: "go",
      prefix: "outer",
      terms: ["break out of nested loops", "for else"],
      description: "Leave two loops at once",
      body: [
        "outer:",
        "\tfor ${1:_, row} := range ${2:rows} {",
        "\t\tfor ${3:_, cell} := range ${4:row} {",
        "\t\t\tif ${5:condition} {",
        "\t\t\t\tbreak outer",
        "\t\t\t}",
        "\t\t}",
        "\t}",
      ],
    },
  ],
  examples: [
    {
      title: "Skipping and stopping",
      python: `def odds_below(numbers: list[int], limit: int) -> list[int]:\n    result: list[int] = []\n    for number in numbers:\n        if number >= limit:\n            break\n        if number % 2 == 0:\n            continue\n        result.append(number)\n    return result\n\n\nprint(len(odds_below([1, 2, 3, 9, 5], 8)))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc oddsBelow(numbers []int, limit int) []int {\n\tresult := []int{}\n\tfor _, number := range numbers {\n\t\tif number >= limit {\n\t\t\tbreak\n\t\t}\n\t\tif number%2 == 0 {\n\t\t\tcontinue\n\t\t}\n\t\tresult = append(result, number)\n\t}\n\treturn result\n}\n\nfunc main() {\n\tfmt.Println(len(oddsBelow([]int{1, 2, 3, 9, 5}, 8)))\n}\n`,
    },
    {
      title: "Leaving two loops",
      python: `def has_pair(numbers: list[int], total: int) -> bool:\n    found = False\n    for i in range(len(numbers)):\n        for j in range(i):\n            if numbers[i] + numbers[j] == total:\n                found = True\n                break\n        if found:\n            break\n    return found\n\n\nprint(has_pair([1, 4, 6], 10))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc hasPair(numbers []int, total int) bool {\n\tfound := false\nouter:\n\tfor i := range numbers {\n\t\tfor j := range i {\n\t\t\tif numbers[i]+numbers[j] == total {\n\t\t\t\tfound = true\n\t\t\t\tbreak outer\n\t\t\t}\n\t\t}\n\t}\n\treturn found\n}\n\nfunc main() {\n\tfmt.Println(hasPair([]int{1, 4, 6}, 10))\n}\n`,
    },
  ],
});

/** Statements that carry their label themselves. */
const labelKinds: ReadonlySet<ir.Kind> = new Set(["While", "Loop", "ForEach", "Switch", "TypeSwitch", "Select"]);
