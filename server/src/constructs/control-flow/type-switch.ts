import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { decorationOf } from "../../lowering/decoration.ts";
import { labelled } from "../../lowering/go/labels.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { GoLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import { noneType } from "../../types/build.ts";
import type { Binding } from "../../types/binding.ts";
import type { Type } from "../../types/type.ts";

const nowhere = { start: 0, end: 0 } as const;

export default defineConstruct({
  id: "type-switch",
  title: "Type switch / isinstance",
  summary: "`switch v := x.(type)` becomes a chain of `isinstance` tests.",
  explanation:
    "A Go interface value remembers its concrete type, and a type switch asks for it; in each case the new variable has that type. Python's `isinstance` " +
    "also accepts subclasses, and `bool` is one of `int`, so `bool` must be asked first. `case nil` asks whether the interface holds nothing: `is None`.",
  references: [
    { title: "Go: Type switches", url: "https://go.dev/ref/spec#Type_switches" },
    { title: "Python: isinstance", url: "https://docs.python.org/3/library/functions.html#isinstance" },
  ],
  go: { TypeSwitchStmt: liftTypeSwitch },
  lower: {
    go: { TypeSwitch: toGo },
    python: {
      TypeSwitch: () => {
        throw new Untranslatable(
          "type-switch",
          "This type switch is not translated; Python programs write a chain of `isinstance` tests.",
        );
      },
    },
  },
  snippets: [
    {
      language: "go",
      prefix: "isinstance",
      terms: ["isinstance", "type(x)"],
      description: "Decide by the type of a value",
      body: ["switch ${1:v} := ${2:value}.(type) {", "case ${3:string}:", "\t$0", "default:", "}"],
    },
  ],
  examples: [
    {
      title: "Deciding by type",
      python: `def describe(value: object) -> str:\n    if isinstance(value, str):\n        return "text " + value\n    elif isinstance(value, float):\n        return "a number"\n    else:\n        return "something else"\n\n\nprint(describe("x"), describe(1.5), describe(None))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc describe(value any) string {\n\tswitch v := value.(type) {\n\tcase string:\n\t\treturn "text " + v\n\tcase float64:\n\t\treturn "a number"\n\tdefault:\n\t\treturn "something else"\n\t}\n}\n\nfunc main() {\n\tfmt.Println(describe("x"), describe(1.5), describe(nil))\n}\n`,
    },
  ],
});

function liftTypeSwitch(node: goTree.TypeSwitchStmt, context: GoLiftContext): ir.Statement {
  const init = node.init ? context.statements([node.init]) : [];
  const guard = node.assign.kind === "ExprStmt" ? node.assign.x : node.assign.rhs[0]!;
  if (guard.kind !== "TypeAssertExpr") throw new Untranslatable("type-switch", "This type switch could not be read.");
  const name =
    node.assign.kind === "AssignStmt" && node.assign.lhs[0]?.kind === "Ident" ? node.assign.lhs[0] : undefined;
  const cases = node.clauses.map((clause): ir.TypeCase => {
    const types = clause.list?.map((type) =>
      type.kind === "Ident" && type.name === "nil" ? noneType : context.typeOf(type),
    );
    const binding = name && caseBinding(name.name, clause, context);
    return {
      ...(types ? { types } : {}),
      ...(binding ? { binding } : {}),
      body: context.statements(clause.body),
      ...decorationOf(clause),
      origin: context.origin(clause),
    };
  });
  const lifted: ir.TypeSwitch = {
    sort: "statement",
    kind: "TypeSwitch",
    subject: context.expression(guard.x),
    cases,
    ...decorationOf(node),
  };
  return init.length === 0 ? lifted : { sort: "statement", kind: "Block", body: [...init, lifted] };
}

/** Each clause has a variable of its own, which the uses in it refer to; a clause that does not use it has none. */
function caseBinding(name: string, clause: goTree.CaseClause, context: GoLiftContext): Binding | undefined {
  let found: Binding | undefined;
  const search = (value: unknown): void => {
    if (found) return;
    if (Array.isArray(value)) value.forEach(search);
    if (typeof value !== "object" || value === null) return;
    const node = value as Partial<goTree.Ident>;
    if (node.kind === "Ident" && node.name === name) {
      const binding = context.analysis.bindingOf(node as goTree.Ident);
      if (binding && (binding.node === undefined || !isWithin(binding.node, clause))) found = binding;
      return;
    }
    for (const [key, part] of Object.entries(value))
      if (key !== "span" && key !== "origin" && key !== "sel") search(part);
  };
  clause.body.forEach(search);
  return found;
}

function isWithin(node: object, clause: goTree.CaseClause): boolean {
  const search = (value: unknown): boolean => {
    if (value === node) return true;
    if (Array.isArray(value)) return value.some(search);
    return (
      typeof value === "object" &&
      value !== null &&
      Object.entries(value).some(([key, part]) => key !== "span" && key !== "origin" && search(part))
    );
  };
  return clause.body.some(search);
}

function toGo(node: ir.TypeSwitch, context: GoLowerContext): readonly goTree.Stmt[] {
  const subject = context.expression(node.subject);
  const bindings = node.cases.flatMap((clause) => (clause.binding && clause.binding.reads > 0 ? [clause.binding] : []));
  const name = bindings.length > 0 ? context.name(bindings[0]!) : undefined;
  const lower = (type: Type): goTree.Expr => (type.kind === "none" ? go.ident("nil") : context.type(type));
  const clauses = node.cases.map((clause): goTree.CaseClause => {
    const alias =
      clause.binding && clause.binding.reads > 0 && name !== undefined && context.name(clause.binding) !== name
        ? [go.define(context.name(clause.binding), go.ident(name))]
        : [];
    return {
      kind: "CaseClause",
      ...(clause.types ? { list: clause.types.map(lower) } : {}),
      body: [...alias, ...context.statements(clause.body)],
      ...decorationOf(clause),
      span: nowhere,
    };
  });
  const guard: goTree.Expr = { kind: "TypeAssertExpr", x: subject, span: nowhere };
  const assign = name === undefined ? go.statement(guard) : go.define(name, guard);
  return [labelled({ kind: "TypeSwitchStmt", assign, clauses, span: nowhere }, node.label)];
}
