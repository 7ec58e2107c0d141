import type * as goTree from "../../go/tree.ts";
import { expression, localBinding, variable } from "../../ir/build.ts";
import { isSimple } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { isHolder } from "../../lowering/held-types.ts";
import type { PythonLowerContext } from "../../lowering/lower-context.ts";
import { goTypeText } from "../../lowering/python/go-notation.ts";
import { heldTypeText } from "../../lowering/python/held-type-text.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { boolType } from "../../types/build.ts";
import type { Binding } from "../../types/binding.ts";

export default defineConstruct({
  id: "type-assertion",
  title: "Type assertion / isinstance",
  summary: "`v, ok := x.(T)` asks with `isinstance`; `x.(T)` alone asserts it.",
  explanation:
    "A Go interface value holds a value of some concrete type, and a type assertion takes it out: with `ok` it tells whether the type was right, without " +
    "it panics. A Python value is never wrapped, so it is used as it is once `isinstance` has told what it is; type checkers follow the test.",
  references: [
    { title: "Go: Type assertions", url: "https://go.dev/ref/spec#Type_assertions" },
    {
      title: "Effective Go: Interface conversions and type assertions",
      url: "https://go.dev/doc/effective_go#interface_conversions",
    },
    { title: "Python: isinstance", url: "https://docs.python.org/3/library/functions.html#isinstance" },
  ],
  go: {
    TypeAssertExpr: (node, context) => {
      if (!node.type) throw new Untranslatable("type-switch", "`x.(type)` stands only in a type switch.");
      const target = context.typeOf(node.type);
      return expression("TypeAssertion", target, { operand: context.expression(node.x), target, commaOk: false });
    },
  },
  lower: {
    go: {
      TypeAssertion: (node, context): goTree.Expr => ({
        kind: "TypeAssertExpr",
        x: context.expression(node.operand),
        type: context.type(node.target),
        span: { start: 0, end: 0 },
      }),
    },
    python: { TypeAssertion: toPython },
  },
  snippets: [
    {
      language: "go",
      prefix: "asok",
      terms: ["isinstance", "cast"],
      description: "Use a value if it has a type",
      body: ["if ${1:v}, ok := ${2:value}.(${3:string}); ok {", "\t$0", "}"],
    },
  ],
  examples: [
    {
      title: "Asking for a type",
      python: `def length(value: object) -> int:\n    if isinstance(value, str):\n        return len(value)\n    return -1\n\n\nprint(length("abc"), length(2.5))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc length(value any) int {\n\tif text, ok := value.(string); ok {\n\t\treturn len(text)\n\t}\n\treturn -1\n}\n\nfunc main() {\n\tfmt.Println(length("abc"), length(2.5))\n}\n`,
    },
  ],
});

function toPython(node: ir.TypeAssertion, context: PythonLowerContext): pyTree.Expression {
  const held = isSimple(node.operand) ? node.operand : variable(heldOperand(node, context));
  const operand = context.expression(held);
  const test = context.expression(expression("TypeTest", boolType, { operand: held, targets: [node.target] }));
  if (!node.commaOk) {
    context.emit(py.assert(test, context.facts.recovers ? assertionMessage(node, operand, context) : undefined));
    return operand;
  }
  return py.tuple([py.ifExp(test, operand, context.zero(node.target)), test]);
}

/** What Go's panic says where a handler may see it. */
function assertionMessage(
  { operand, target }: ir.TypeAssertion,
  value: pyTree.Expression,
  context: PythonLowerContext,
): pyTree.Expression | undefined {
  const { type } = operand;
  const isOwn = type.kind === "named" && type.symbol.module === "";
  const holder = type.kind === "any" ? "interface {}" : isOwn ? `main.${type.symbol.name}` : undefined;
  const wanted = goTypeText(target);
  if (holder === undefined || wanted === undefined || isHolder(target)) {
    context.report(operand, {
      severity: "caveat",
      code: "assertion-message",
      message: "The message of the panic where the assertion fails, which a handler may see, is not written.",
    });
    return undefined;
  }
  const held = py.methodCall(heldTypeText(value, type, context), "replace", [py.str("<nil>"), py.str("nil")]);
  return py.joinedStr([`interface conversion: ${holder} is `, py.formattedValue(held), `, not ${wanted}`]);
}

/** What is asserted is evaluated once, and looked at twice. */
function heldOperand(node: ir.TypeAssertion, context: PythonLowerContext): Binding {
  const binding = localBinding(
    "value",
    node.operand.type,
    `asserted/${node.origin?.ranges[0]?.span.start ?? 0}/${node.operand.kind}`,
  );
  context.emit(py.assign(py.name(context.name(binding)), context.expression(node.operand)));
  return binding;
}
