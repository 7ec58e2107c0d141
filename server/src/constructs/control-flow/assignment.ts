import { updated } from "../../lowering/go/updated.ts";
import type * as goTree from "../../go/tree.ts";
import { assign, tuple, variable } from "../../ir/build.ts";
import { isPure, isSimple } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { isHeldAsInterface } from "../../lowering/go/class-layout.ts";
import { storeByMethod } from "../../lowering/go/stores.ts";
import { defineVariable, needsType } from "../../lowering/go/define.ts";
import { takenOver } from "../../lowering/go/results.ts";
import { assignSlice } from "../../lowering/go/slice-assignment.ts";
import { expressionAsStatement } from "../../lowering/go/statements.ts";
import * as go from "../../lowering/go/syntax.ts";
import { isPlainTarget, lowerTarget } from "../../lowering/go/targets.ts";
import { unpack } from "../../lowering/go/unpack.ts";
import { liftGoAssignment } from "../../lowering/lift/go-assignment.ts";
import { liftGoUpdate } from "../../lowering/lift/go-update.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { lowerDefinition } from "../../lowering/python/functions.ts";
import { assignCaught, raisesInstead } from "../../lowering/python/results.ts";
import { lowerPythonTarget } from "../../lowering/python/targets.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { sameType } from "../../types/relations.ts";

export default defineConstruct({
  id: "assignment",
  title: "Assignment",
  summary:
    "Python's `=` becomes `:=` where a Go variable begins and `=` where it is set again; several targets on one line stay on one line.",
  explanation:
    "Python makes a variable by assigning to it, anywhere in the function; Go declares it in one block, with `:=` or `var`, and it lives until the block " +
    "ends. Both languages evaluate the whole right side before they store anything, so `a, b = b, a` swaps in both. Python binds names to objects, so " +
    "assigning a list shares it; assigning a Go slice shares its elements too, while structs and arrays are copied.",
  references: [
    { title: "Go: Assignment statements", url: "https://go.dev/ref/spec#Assignment_statements" },
    { title: "Go: Short variable declarations", url: "https://go.dev/ref/spec#Short_variable_declarations" },
    {
      title: "Python: Assignment statements",
      url: "https://docs.python.org/3/reference/simple_stmts.html#assignment-statements",
    },
  ],
  python: {
    Assign: (node, context) => liftAssign(node.targets, node.value, context),
    AnnAssign: (node, context) => {
      if (!node.value) return { sort: "statement", kind: "Empty" };
      return assign(context.target(node.target), context.coerced(node.value, context.typeOf(node.target)));
    },
  },
  go: {
    AssignStmt: (node, context) =>
      node.tok === "=" || node.tok === ":=" ? liftGoAssignment(node, context) : liftGoUpdate(node, context),
  },
  lower: { go: { Assign: toGo }, python: { Assign: toPython } },
  snippets: [
    {
      language: "go",
      prefix: "swap",
      terms: ["swap", "parallel assignment"],
      description: "Swap two variables",
      body: ["${1:a}, ${2:b} = ${2:b}, ${1:a}"],
    },
  ],
  examples: [
    {
      title: "Swapping",
      python: `def gcd(a: int, b: int) -> int:\n    while b != 0:\n        a, b = b, a % b\n    return a\n\n\nprint(gcd(48, 36))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc gcd(a, b int) int {\n\tfor b != 0 {\n\t\ta, b = b, a%b\n\t}\n\treturn a\n}\n\nfunc main() {\n\tfmt.Println(gcd(48, 36))\n}\n`,
    },
    {
      title: "A variable that is set in two branches",
      python: `def label(n: int) -> str:\n    if n % 2 == 0:\n        word = "even"\n    else:\n        word = "odd"\n    return word\n\n\nprint(label(3), label(4))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc label(n int) string {\n\tvar word string\n\tif n%2 == 0 {\n\t\tword = "even"\n\t} else {\n\t\tword = "odd"\n\t}\n\treturn word\n}\n\nfunc main() {\n\tfmt.Println(label(3), label(4))\n}\n`,
    },
  ],
});

function liftAssign(
  targets: readonly pyTree.Expression[],
  value: pyTree.Expression,
  context: PythonLiftContext,
): ir.Statement | readonly ir.Statement[] {
  const [first, ...others] = targets;
  if (others.length === 0) return assignOne(first!, value, context);
  const types = targets.map((target) => context.typeOf(target));
  const lifted = context.expression(value);
  if (
    types.every((type) => sameType(type, types[0]!)) &&
    targets.every((target) => target.kind !== "Tuple" && target.kind !== "List")
  ) {
    return {
      sort: "statement",
      kind: "Assign",
      targets: targets.map((target) => context.target(target)),
      value: context.coerce(lifted, types[0]!),
      declares: [],
    };
  }
  const shared = context.temporary("shared", lifted.type);
  return [
    assign(variable(shared), lifted),
    ...targets.map((target, position) =>
      assign(context.target(target), context.coerce(variable(shared), types[position]!)),
    ),
  ];
}

function assignOne(target: pyTree.Expression, value: pyTree.Expression, context: PythonLiftContext): ir.Statement {
  const isUnpacking = target.kind === "Tuple" || target.kind === "List";
  if (
    isUnpacking &&
    value.kind === "Tuple" &&
    value.elts.length === target.elts.length &&
    !hasStar(target.elts) &&
    !hasStar(value.elts)
  ) {
    const values = value.elts.map((element, position) => coercedTo(element, target.elts[position]!, context));
    return assign(context.target(target), tuple(values));
  }
  return assign(context.target(target), coercedTo(value, target, context));
}

function coercedTo(value: pyTree.Expression, target: pyTree.Expression, context: PythonLiftContext): ir.Expression {
  return target.kind === "Tuple" || target.kind === "List"
    ? context.expression(value)
    : context.coerced(value, context.typeOf(target));
}

function hasStar(nodes: readonly pyTree.Expression[]): boolean {
  return nodes.some((node) => node.kind === "Starred");
}

function toGo(node: ir.Assign, context: GoLowerContext): readonly goTree.Stmt[] {
  const [target, ...others] = node.targets;
  if (others.length > 0) return chained(node, context);
  const byMethod = storeByMethod(target!, node.value, context);
  if (byMethod) return byMethod;
  if (target!.kind === "Slice") return assignSlice(target, node.value, context);
  if (target!.kind === "TupleLiteral") return unpack(target, node.value, node.declares, context, node.checked === true);
  if (target!.kind === "Variable" && target.binding.name === "_")
    return expressionAsStatement(context.expression(node.value));
  if (target!.kind === "Variable" && node.declares.includes(target.binding)) return defined(target, node, context);
  const { value, emitted } = context.capture(() => context.expression(node.value));
  context.emit(...emitted);
  const place = context.capture(() => lowerTarget(target!, context));
  const stored =
    (place.emitted.length > 0 || !isPlainTarget(target!)) && !isPure(node.value)
      ? context.temporary("value", value)
      : value;
  context.emit(...place.emitted);
  return [updated(place.value, stored) ?? go.assign(place.value, stored)];
}

/** `x := value`. Where the value was made in a variable of its own, that variable takes the name. */
function defined(target: ir.Variable, node: ir.Assign, context: GoLowerContext): readonly goTree.Stmt[] {
  const { value, emitted } = context.capture(() => context.expression(node.value));
  const renamed = needsType(target.binding, value, node.value.type, context)
    ? undefined
    : takenOver(context.name(target.binding), value, emitted);
  if (renamed) {
    context.emit(...renamed.slice(0, -1));
    return renamed.slice(-1);
  }
  context.emit(...emitted);
  // A new object of a class that is an interface is a pointer to its struct.
  if (node.value.kind === "New" && isHeldAsInterface(target.binding.type, context))
    return [go.declare(context.name(target.binding), context.type(target.binding.type), value)];
  return [defineVariable(target.binding, value, node.value.type, context)];
}

/** `a = b = value`: one value for all, stored left to right. */
function chained(node: ir.Assign, context: GoLowerContext): readonly goTree.Stmt[] {
  const lowered = context.expression(node.value);
  const shared = isSimple(node.value) ? lowered : context.temporary("value", lowered);
  return node.targets.flatMap((target) => {
    if (target.kind === "Variable" && node.declares.includes(target.binding))
      return [defineVariable(target.binding, shared, node.value.type, context)];
    return [go.assign(lowerTarget(target, context), shared)];
  });
}

function toPython(node: ir.Assign, context: PythonLowerContext): readonly pyTree.Statement[] {
  const [target] = node.targets;
  if (
    target?.kind === "TupleLiteral" &&
    node.value.kind === "Lookup" &&
    node.value.missing === "commaOk" &&
    isBlank(target.elements[0])
  ) {
    const [key, map] = context.expressions([node.value.key, node.value.map]);
    return [py.assign(lowerPythonTarget(target.elements[1]!, context), py.compare(key!, "In", map!))];
  }
  if (target?.kind === "TupleLiteral" && raisesInstead(node.value)) return assignCaught(target, node.value, context);
  if (
    node.targets.length === 1 &&
    target?.kind === "Variable" &&
    node.value.kind === "Closure" &&
    node.value.type.kind === "function" &&
    !isBlank(target)
  ) {
    return [
      lowerDefinition(
        context.name(target.binding),
        { ...node.value, isGenerator: false, isAsync: node.value.isAsync === true },
        [],
        context,
        node.value.keeps,
      ),
    ];
  }
  const value = context.expression(node.value);
  const targets = node.targets.map((each) => lowerPythonTarget(each, context));
  if (node.targets.length === 1 && isBlank(target))
    return value.kind === "Name" || value.kind === "Constant" ? [] : [py.expr(value)];
  if (target?.kind === "Variable" && node.declares.includes(target.binding) && isEmptyDisplay(value)) {
    return [py.annAssign(targets[0]!, context.type(target.binding.type), value)];
  }
  return [py.assign(targets, value)];
}

function isBlank(node: ir.Expression | undefined): boolean {
  return node?.kind === "Variable" && node.binding.name === "_";
}

function isEmptyDisplay(value: pyTree.Expression): boolean {
  switch (value.kind) {
    case "List":
    case "Set":
      return value.elts.length === 0;
    case "Dict":
      return value.items.length === 0;
    case "Constant":
      return value.value.type === "None";
    default:
      return false;
  }
}
