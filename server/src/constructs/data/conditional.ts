import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { isSimple } from "../../ir/purity.ts";
import { sameType } from "../../types/relations.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { isTemporary } from "../../lowering/temporary.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { GoLowerContext } from "../../lowering/lower-context.ts";

/** `a if a < b else b` is `min(a, b)` for integers; floats differ where one is NaN. */
function extreme(node: ir.Conditional, context: GoLowerContext): goTree.Expr | undefined {
  const { test, then, otherwise } = node;
  if (test.kind !== "Compare" || node.type.kind !== "int" || !isSimple(then) || !isSimple(otherwise)) return undefined;
  const isSame = (one: ir.Expression, other: ir.Expression): boolean =>
    one.kind === "Variable"
      ? other.kind === "Variable" && one.binding === other.binding
      : one.kind === "IntegerLiteral" && other.kind === "IntegerLiteral" && one.value === other.value;
  const less = test.operator === "less" || test.operator === "lessEqual";
  const greater = test.operator === "greater" || test.operator === "greaterEqual";
  const straight = isSame(test.left, then) && isSame(test.right, otherwise);
  const crossed = isSame(test.left, otherwise) && isSame(test.right, then);
  if ((!straight && !crossed) || (!less && !greater)) return undefined;
  return go.call(less === straight ? "min" : "max", context.expression(then), context.expression(otherwise));
}

function toGo(node: ir.Conditional, context: GoLowerContext): goTree.Expr {
  const short = extreme(node, context);
  if (short) return short;
  const test = context.expression(node.test);
  const then = context.capture(() => context.expression(node.then));
  const otherwise = context.capture(() => context.expression(node.otherwise));
  const name = context.fresh("value");
  const target = go.ident(name);
  const isEager =
    otherwise.emitted.length === 0 &&
    isSimple(node.otherwise) &&
    node.otherwise.kind !== "NoneLiteral" &&
    sameType(node.otherwise.type, node.type) &&
    node.otherwise.kind === "Variable";
  if (isEager) {
    context.emit(
      go.define(name, otherwise.value),
      go.ifStatement(test, [...then.emitted, go.assign(target, then.value)]),
    );
    return target;
  }
  context.emit(
    go.declare(name, context.type(node.type)),
    go.ifStatement(
      test,
      [...then.emitted, go.assign(target, then.value)],
      otherwise.value.kind === "Ident" && otherwise.value.name === "nil"
        ? []
        : [...otherwise.emitted, go.assign(target, otherwise.value)],
    ),
  );
  return target;
}

export default defineConstruct({
  id: "conditional",
  title: "Conditional expression",
  summary: "`a if test else b` becomes an `if` statement that assigns a variable.",
  explanation:
    "Go left out the conditional operator on purpose: `if` and `else` are clearer where expressions grow. The translation declares a variable and assigns it in both branches; a minimum or maximum of two " +
    "integers becomes `min` or `max`, which are built in since Go 1.21.",
  references: [
    {
      title: "Go FAQ: Why does Go not have the ?: operator?",
      url: "https://go.dev/doc/faq#Does_Go_have_a_ternary_form",
    },
    { title: "Go: Min and max", url: "https://go.dev/ref/spec#Min_and_max" },
    {
      title: "Python: Conditional expressions",
      url: "https://docs.python.org/3/reference/expressions.html#conditional-expressions",
    },
  ],
  python: {
    IfExp: (node, context) => {
      const type = context.typeOf(node);
      return expression("Conditional", type, {
        test: context.condition(node.test),
        then: context.coerced(node.body, type),
        otherwise: context.coerced(node.orelse, type),
      });
    },
    NamedExpr: (node, context) => {
      const value = context.expression(node.value);
      const target = context.target(node.target) as ir.Variable;
      return expression("AssignmentExpression", value.type, {
        target,
        value: context.coerce(value, target.binding.type),
      });
    },
  },
  lower: {
    go: {
      Conditional: toGo,
      AssignmentExpression: (node, context) => {
        const value = context.expression(node.value);
        const name = context.name(node.target.binding);
        context.emit(isTemporary(node.target.binding) ? go.define(name, value) : go.assign(go.ident(name), value));
        return go.ident(name);
      },
    },
    python: {
      Conditional: (node, context) => {
        const [test, then, otherwise] = context.expressions([node.test, node.then, node.otherwise]) as [
          pyTree.Expression,
          pyTree.Expression,
          pyTree.Expression,
        ];
        return py.ifExp(test, then, otherwise);
      },
      AssignmentExpression: (node, context) =>
        py.namedExpr(context.name(node.target.binding), context.expression(node.value)),
    },
  },
  examples: [
    {
      title: "One of two values",
      python:
        'def sign(n: int) -> str:\n    word = "negative" if n < 0 else "positive"\n    return word\n\n\nprint(sign(-2), sign(2))\n',
      go: 'func sign(n int) string {\n\tword := "positive"\n\tif n < 0 {\n\t\tword = "negative"\n\t}\n\treturn word\n}\n\nfmt.Println(sign(-2), sign(2))\n',
    },
  ],
});
