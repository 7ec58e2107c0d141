import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { decorationOf } from "../../lowering/decoration.ts";
import { labelled } from "../../lowering/go/labels.ts";
import type { GoLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

const nowhere = { start: 0, end: 0 } as const;

export default defineConstruct({
  id: "switch",
  title: "switch / if chain",
  summary: "A `switch` becomes a chain of `if` and `elif`; each case stands for itself, and `fallthrough` joins two.",
  explanation:
    "Go's cases do not fall into one another unless `fallthrough` says so, may list several values, and without a subject hold conditions: that is an " +
    "`if`/`elif` chain. `break` in a case leaves the switch alone. Python's `match` compares shapes; a name in a `case` there is a new variable and not " +
    "a constant, so comparisons are written as such.",
  references: [
    { title: "Go: Switch statements", url: "https://go.dev/ref/spec#Switch_statements" },
    { title: "Effective Go: Switch", url: "https://go.dev/doc/effective_go#switch" },
    {
      title: "Python: The match statement",
      url: "https://docs.python.org/3/reference/compound_stmts.html#the-match-statement",
    },
  ],
  go: { SwitchStmt: liftSwitch },
  parts: { go: ["CaseClause"] },
  lower: {
    go: { Switch: toGo },
    python: {
      Switch: () => {
        throw new Untranslatable(
          "switch",
          "This switch is not translated; Python programs write a chain of `if` and `elif`.",
        );
      },
    },
  },
  snippets: [
    {
      language: "go",
      prefix: "elif",
      terms: ["elif", "match", "case"],
      description: "A switch over conditions",
      body: ["switch {", "case ${1:condition}:", "\t$0", "default:", "}"],
    },
  ],
  examples: [
    {
      title: "Several values in one case",
      python: `def kind(letter: str) -> str:\n    if letter in ("a", "e", "i", "o", "u"):\n        return "vowel"\n    elif letter == "y":\n        return "both"\n    else:\n        return "consonant"\n\n\nprint(kind("a"), kind("y"), kind("z"))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc kind(letter string) string {\n\tswitch letter {\n\tcase "a", "e", "i", "o", "u":\n\t\treturn "vowel"\n\tcase "y":\n\t\treturn "both"\n\tdefault:\n\t\treturn "consonant"\n\t}\n}\n\nfunc main() {\n\tfmt.Println(kind("a"), kind("y"), kind("z"))\n}\n`,
    },
  ],
});

function liftSwitch(node: goTree.SwitchStmt, context: GoLiftContext): ir.Statement {
  const init = node.init ? context.statements([node.init]) : [];
  const subject = node.tag ? context.expression(node.tag) : undefined;
  const type = node.tag ? context.typeOf(node.tag) : undefined;
  const cases = node.clauses.map((clause): ir.SwitchCase => {
    const last = clause.body.at(-1);
    const fallsThrough = last?.kind === "BranchStmt" && last.tok === "fallthrough";
    const values = clause.list?.map((value) => (type ? context.coerced(value, type) : context.expression(value)));
    return {
      ...(values ? { values } : {}),
      body: context.statements(clause.body),
      fallsThrough,
      ...decorationOf(clause),
      origin: context.origin(clause),
    };
  });
  const lifted: ir.Switch = {
    sort: "statement",
    kind: "Switch",
    ...(subject ? { subject } : {}),
    cases,
    ...decorationOf(node),
  };
  return init.length === 0 ? lifted : { sort: "statement", kind: "Block", body: [...init, lifted] };
}

function toGo(node: ir.Switch, context: GoLowerContext): readonly goTree.Stmt[] {
  const tag = node.subject ? context.expression(node.subject) : undefined;
  const clauses = node.cases.map((clause): goTree.CaseClause => {
    const list = clause.values?.map((value) => {
      const { value: lowered, emitted } = context.capture(() => context.expression(value));
      if (emitted.length > 0)
        throw new Untranslatable(
          "case-value",
          "A value of this case needs statements of its own; write a chain of `if` statements.",
        );
      return lowered;
    });
    const body = context.statements(clause.body);
    const fallthrough: goTree.Stmt = { kind: "BranchStmt", tok: "fallthrough", span: nowhere };
    return {
      kind: "CaseClause",
      ...(list ? { list } : {}),
      body: clause.fallsThrough ? [...body, fallthrough] : body,
      ...decorationOf(clause),
      span: nowhere,
    };
  });
  return [labelled({ kind: "SwitchStmt", ...(tag ? { tag } : {}), clauses, span: nowhere }, node.label)];
}
