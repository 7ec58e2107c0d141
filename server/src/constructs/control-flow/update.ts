import type * as goTree from "../../go/tree.ts";
import { integer, localBinding, variable } from "../../ir/build.ts";
import { integerValue, isSimple } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { sameSpelling } from "../../lowering/go/statements.ts";
import * as go from "../../lowering/go/syntax.ts";
import { updateByMethod } from "../../lowering/go/stores.ts";
import { isPlainTarget, lowerTarget } from "../../lowering/go/targets.ts";
import { liftGoBinary } from "../../lowering/lift/go-operators.ts";
import { liftPythonBinary } from "../../lowering/lift/python-operators.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { lowerPythonTarget } from "../../lowering/python/targets.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { sameType } from "../../types/relations.ts";

export default defineConstruct({
  id: "update",
  title: "Augmented assignment, ++ and --",
  summary: "`x += y` is the same in both languages; Go's `x++` is Python's `x += 1`.",
  explanation:
    "Both languages evaluate the place on the left once. Go has `++` and `--` as statements for steps of one, Python has only `+= 1`. Python's `+=` on " +
    "a list extends the list in place, which everybody who holds the list sees; on numbers, strings and tuples it makes a new value, as Go does.",
  references: [
    { title: "Go: IncDec statements", url: "https://go.dev/ref/spec#IncDec_statements" },
    { title: "Go: Assignment statements", url: "https://go.dev/ref/spec#Assignment_statements" },
    {
      title: "Python: Augmented assignment statements",
      url: "https://docs.python.org/3/reference/simple_stmts.html#augmented-assignment-statements",
    },
  ],
  python: {
    AugAssign: (node, context): ir.Statement => {
      const target = context.target(node.target);
      const type = context.typeOf(node.target);
      if (type.kind === "list") {
        if (node.op === "Mult")
          return {
            sort: "statement",
            kind: "Update",
            target,
            value: liftPythonBinary(context, node.target, node.op, node.value, type),
          };
        if (node.op !== "Add")
          throw new Untranslatable(
            "repeat-in-place",
            "Repeating a list in place is not translated, since others who hold the list see it grow; write `xs = xs * n` where nobody does.",
          );
        return {
          sort: "statement",
          kind: "ExpressionStatement",
          expression: {
            sort: "expression",
            kind: "ListExtend",
            list: context.expression(node.target),
            other: context.coerced(node.value, type),
            type: { kind: "none" },
          },
        };
      }
      if (type.kind === "set" && node.op === "BitOr") {
        return {
          sort: "statement",
          kind: "ExpressionStatement",
          expression: {
            sort: "expression",
            kind: "SetUpdate",
            set: context.expression(node.target),
            other: context.expression(node.value),
            type: { kind: "none" },
          },
        };
      }
      const { target: left, op, value: right, span } = node;
      const value =
        context.library({ kind: "BinOp", left, op, right, span }) ??
        liftPythonBinary(context, left, op, right, type, true);
      const coerced = sameType(value.type, type) ? value : context.coerce(value, type);
      return { sort: "statement", kind: "Update", target, value: coerced };
    },
  },
  go: {
    IncDecStmt: (node, context): ir.Update => {
      const type = context.typeOf(node.x);
      return {
        sort: "statement",
        kind: "Update",
        target: context.target(node.x),
        value: liftGoBinary(context.expression(node.x), node.tok === "++" ? "+" : "-", integer(1, type), type),
      };
    },
  },
  lower: { go: { Update: toGo }, python: { Update: toPython } },
  examples: [
    {
      title: "Counting",
      python: `def count_even(numbers: list[int]) -> int:\n    count = 0\n    for number in numbers:\n        if number % 2 == 0:\n            count += 1\n    return count\n\n\nprint(count_even([1, 2, 4]))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc countEven(numbers []int) int {\n\tcount := 0\n\tfor _, number := range numbers {\n\t\tif number%2 == 0 {\n\t\t\tcount++\n\t\t}\n\t}\n\treturn count\n}\n\nfunc main() {\n\tfmt.Println(countEven([]int{1, 2, 4}))\n}\n`,
    },
  ],
});

function toGo(node: ir.Update, context: GoLowerContext): readonly goTree.Stmt[] {
  const stored = updateByMethod(node, context);
  if (stored) return stored;
  if (!isPlainTarget(node.target)) {
    throw new Untranslatable(
      "update-target",
      "The place on the left calls a function or is a slice; assign its parts to variables first, as Go programs do.",
    );
  }
  const value = context.expression(node.value);
  const place = lowerTarget(node.target, context);
  const isStep =
    node.value.kind === "Arithmetic" &&
    node.value.operator !== "multiply" &&
    integerValue(node.value.right) === 1n &&
    node.target.type.kind === "int";
  if (value.kind === "BinaryExpr" && sameSpelling(value.x, place)) {
    if (isStep) return [go.increment(place, value.op === "+" ? "++" : "--")];
    const token = updateTokens[value.op];
    if (token) return [go.assign(place, value.y, token)];
  }
  return [go.assign(place, value)];
}

const updateTokens: Partial<Record<goTree.BinaryOperator, goTree.AssignOperator>> = {
  "+": "+=",
  "-": "-=",
  "*": "*=",
  "/": "/=",
  "%": "%=",
  "&": "&=",
  "|": "|=",
  "^": "^=",
  "<<": "<<=",
  ">>": ">>=",
  "&^": "&^=",
};

function toPython(node: ir.Update, context: PythonLowerContext): readonly pyTree.Statement[] {
  if (!isPlainTarget(node.target) && "left" in node.value) {
    const target = steadyTarget(node.target, context);
    return toPython({ ...node, target, value: { ...node.value, left: target } }, context);
  }
  const value = context.expression(node.value);
  const place = lowerPythonTarget(node.target, context);
  if (value.kind === "BinOp" && sameSpelling(value.left, place)) return [py.augAssign(place, value.op, value.right)];
  return [py.assign(place, value)];
}

/** The place with what is evaluated for it kept in variables. */
function steadyTarget(target: ir.Expression, context: PythonLowerContext): ir.Expression {
  const held = (operand: ir.Expression, hint: string): ir.Expression => {
    if (isSimple(operand)) return operand;
    const binding = localBinding(hint, operand.type, `${hint}/${target.origin?.ranges[0]?.span.start ?? 0}`);
    context.emit(py.assign(py.name(context.name(binding)), context.expression(operand)));
    return variable(binding);
  };
  const owner = (operand: ir.Expression, hint: string): ir.Expression =>
    isPlainTarget(operand) ? operand : held(operand, hint);
  switch (target.kind) {
    case "Lookup":
      return { ...target, map: owner(target.map, "entries"), key: held(target.key, "key") };
    case "Index":
      return { ...target, object: owner(target.object, "items"), index: held(target.index, "position") };
    case "Field":
      return { ...target, object: held(target.object, "owner") };
    default:
      throw new Untranslatable(
        "update-target",
        "The place on the left has effects that would happen twice; assign its parts to variables first.",
      );
  }
}
