import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { isSimple } from "../../ir/purity.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { boolType } from "../../types/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import * as go from "../../lowering/go/syntax.ts";
import { negation, truth, truthOf } from "../../lowering/go/truth.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { between } from "../../lowering/python/ranges.ts";

/** `left && right`; where the right side needs statements before it, they only run when the left side lets them. */
function logicalToGo(node: ir.Logical, context: GoLowerContext): goTree.Expr {
  const operator = node.operator === "and" ? "&&" : "||";
  const left = context.expression(node.left);
  const right = context.capture(() => context.expression(node.right));
  if (right.emitted.length === 0) return go.binary(left, operator, right.value);
  if (right.emitted.every(isHarmless)) {
    context.emit(...right.emitted);
    return go.binary(left, operator, right.value);
  }
  const result = context.temporary(node.operator === "and" ? "ok" : "either", left);
  context.emit(
    go.ifStatement(node.operator === "and" ? result : go.unary("!", result), [
      ...right.emitted,
      go.assign(result, right.value),
    ]),
  );
  return result;
}

/** A look-up in a map by a name or literal changes nothing and cannot fail, so it may run even where the source would not get to it. */
function isHarmless(statement: goTree.Stmt): boolean {
  if (statement.kind !== "AssignStmt" || statement.tok !== ":=" || statement.lhs.length !== 2) return false;
  const [value] = statement.rhs;
  return (
    value?.kind === "IndexExpr" &&
    value.x.kind === "Ident" &&
    (value.index.kind === "Ident" || value.index.kind === "BasicLit")
  );
}

const comparable: ReadonlySet<string> = new Set(["string", "int"]);

/** `x or y` as a value. `cmp.Or` says it for numbers and strings whose second choice costs nothing. */
function eitherToGo(node: ir.Either, context: GoLowerContext): goTree.Expr {
  if (
    node.operator === "or" &&
    comparable.has(node.type.kind) &&
    node.left.type.kind === node.type.kind &&
    isSimple(node.right)
  ) {
    const [left, right] = context.expressions([node.left, node.right]) as [goTree.Expr, goTree.Expr];
    return go.libraryCall("cmp", "Or", left, right);
  }
  const left = context.expression(node.left);
  const type = context.type(node.type);
  const name = context.fresh("value");
  const isOptional =
    node.left.type.kind === "optional" &&
    node.type.kind !== "optional" &&
    context.type(node.left.type).kind === "StarExpr" &&
    type.kind !== "StarExpr";
  if (isOptional) {
    const source = context.temporary("optional", left);
    const right = context.capture(() => context.expression(node.right));
    const isTrue = truthOf(source, node.left.type, false, context);
    context.emit(
      go.declare(name, type),
      go.ifStatement(
        isTrue,
        [go.assign(go.ident(name), go.star(source))],
        [...right.emitted, go.assign(go.ident(name), right.value)],
      ),
    );
    return go.ident(name);
  }
  context.emit(left.kind === "Ident" && left.name === "nil" ? go.declare(name, type) : go.define(name, left));
  const right = context.capture(() => context.expression(node.right));
  const test = truthOf(go.ident(name), node.left.type, node.operator === "or", context);
  context.emit(go.ifStatement(test, [...right.emitted, go.assign(go.ident(name), right.value)]));
  return go.ident(name);
}

/** The links of a chained comparison share the middle operand, by identity: `a < b and b < c` was `a < b < c`. */
function chain(node: ir.Logical, context: PythonLowerContext): pyTree.Expression | undefined {
  if (node.operator !== "and" || node.right.kind !== "Compare") return undefined;
  const last = node.left.kind === "Logical" ? node.left.right : node.left;
  if (last.kind !== "Compare" || last.right !== node.right.left || last.right.kind === "IntegerLiteral")
    return undefined;
  const left = context.expression(node.left);
  const right = context.expression(node.right);
  if (left.kind !== "Compare" || right.kind !== "Compare") return undefined;
  return { ...left, comparisons: [...left.comparisons, ...right.comparisons] };
}

export default defineConstruct({
  id: "logic",
  title: "and, or, not, and truth",
  summary: "`and`, `or` and `not` are `&&`, `||` and `!`; Go has no truth of values that are not booleans.",
  explanation:
    'Any Python value counts as true or false: zero, the empty string and empty containers are false. Go conditions must be booleans, so the translation asks for the length, or compares with zero, `""` or nil. ' +
    "Python's `x or y` gives one of its operands; for numbers and strings `cmp.Or` does the same, and elsewhere it becomes an `if`.",
  references: [
    { title: "Go: Logical operators", url: "https://go.dev/ref/spec#Logical_operators" },
    { title: "Go: cmp.Or", url: "https://pkg.go.dev/cmp#Or" },
    {
      title: "Python: Truth value testing",
      url: "https://docs.python.org/3/library/stdtypes.html#truth-value-testing",
    },
    {
      title: "Python: Boolean operations",
      url: "https://docs.python.org/3/reference/expressions.html#boolean-operations",
    },
  ],
  python: {
    BoolOp: (node, context) => {
      const operator = node.op === "And" ? "and" : "or";
      const type = context.typeOf(node);
      const values = node.values.map((value) => context.expression(value));
      if (values.every((value) => value.type.kind === "bool")) {
        return values.reduce((left, right) => expression("Logical", boolType, { operator, left, right }));
      }
      if (type.kind === "bool") {
        const conditions = node.values.map((value) => context.condition(value));
        return conditions.reduce((left, right) => expression("Logical", boolType, { operator, left, right }));
      }
      return values.reduce((left, right) =>
        expression("Either", type, {
          operator,
          left: operator === "and" || left.type.kind !== "optional" ? context.coerce(left, type) : left,
          right: context.coerce(right, type),
        }),
      );
    },
  },
  lower: {
    go: {
      Logical: logicalToGo,
      Either: eitherToGo,
      Not: (node, context) =>
        node.operand.kind === "Truth"
          ? truth(node.operand.operand, true, context)
          : negation(context.expression(node.operand)),
      Truth: (node, context) => conditionOf(node, context),
    },
    python: {
      Logical: (node, context) => {
        const chained = chain(node, context);
        if (chained) return chained;
        const [left, right] = context.expressions([node.left, node.right]) as [pyTree.Expression, pyTree.Expression];
        const joined = node.operator === "and" ? between(left, right) : undefined;
        return joined ?? py.boolOp(node.operator === "and" ? "And" : "Or", [left, right]);
      },
      Either: (node, context) => {
        const [left, right] = context.expressions([node.left, node.right]) as [pyTree.Expression, pyTree.Expression];
        return py.boolOp(node.operator === "and" ? "And" : "Or", [left, right]);
      },
      Not: (node, context) => negatedPython(context.expression(node.operand)),
      Truth: (node, context) => {
        const operand = context.expression(node.operand);
        return node.explicit === true ? py.call("bool", [operand]) : operand;
      },
    },
  },
  caveats: [],
  examples: [
    {
      title: "Empty things are false",
      python:
        'def describe(items: list[int], name: str) -> str:\n    if not items:\n        return "nothing"\n    return name or "unnamed"\n\n\nprint(describe([], "a"), describe([1], ""))\n',
      go: 'func describe(items []int, name string) string {\n\tif len(items) == 0 {\n\t\treturn "nothing"\n\t}\n\treturn cmp.Or(name, "unnamed")\n}\n\nfmt.Println(describe([]int{}, "a"), describe([]int{1}, ""))\n',
      from: ["python"],
    },
  ],
});

/** The truth of a value; of `a or b`, where only its truth is asked for, that of both sides. */
function conditionOf(node: ir.Truth, context: GoLowerContext): goTree.Expr {
  const { operand } = node;
  if (operand.kind !== "Either") return truth(operand, false, context);
  const side = (part: ir.Expression): ir.Expression =>
    part.type.kind === "bool" ? part : expression("Truth", boolType, { operand: part });
  return logicalToGo(
    expression("Logical", boolType, {
      operator: operand.operator,
      left: side(operand.left),
      right: side(operand.right),
    }),
    context,
  );
}

const opposites: Partial<Record<pyTree.CompareOperator, pyTree.CompareOperator>> = {
  Eq: "NotEq",
  NotEq: "Eq",
  Is: "IsNot",
  IsNot: "Is",
  In: "NotIn",
  NotIn: "In",
};

function negatedPython(operand: pyTree.Expression): pyTree.Expression {
  if (operand.kind === "Compare" && operand.comparisons.length === 1) {
    const [only] = operand.comparisons;
    const op = only && opposites[only.op];
    if (only && op) return { ...operand, comparisons: [{ ...only, op }] };
  }
  return py.not(operand);
}
