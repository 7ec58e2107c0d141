import type * as goTree from "../../go/tree.ts";
import { boolean, expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { isPure } from "../../ir/purity.ts";
import { boolType } from "../../types/build.ts";
import { ancestors, isA } from "../../types/relations.ts";
import type { NamedType, Type } from "../../types/type.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { goTypes, tests } from "../../lowering/go/handlers.ts";
import * as go from "../../lowering/go/syntax.ts";
import { builtinCall } from "../../lowering/lift/python-calls.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { implementsTest, isCheckable, isInterface } from "../../lowering/python/interfaces.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

function lift(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const subclass = subclassTest(node, context);
  if (subclass) return subclass;
  const call = builtinCall(node, "isinstance", context);
  const [value, classes] = call?.positional ?? [];
  if (!value || !classes) return undefined;
  const named = classes.kind === "Tuple" ? classes.elts : unionMembers(classes);
  const targets = named.map((item) => classType(item, context));
  if (
    targets.some(
      (target) =>
        target.kind === "unknown" || target.kind === "any" || target.kind === "union" || target.kind === "parameter",
    )
  )
    throw new Untranslatable("type-test", "The class that `isinstance` asks for is not known here.");
  return expression("TypeTest", boolType, { operand: context.expression(value), targets });
}

/** `issubclass` of classes that are named is decided. */
function subclassTest(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const call = builtinCall(node, "issubclass", context);
  const [derived, base] = call?.positional ?? [];
  if (derived?.kind !== "Name" || base?.kind !== "Name") return undefined;
  const [from, to] = [derived, base].map((name) =>
    context.analysis.bindingOf(name)?.kind === "type" ? classType(name, context) : undefined,
  );
  if (from?.kind !== "named" || to?.kind !== "named" || from.symbol.form === "exception") return undefined;
  return boolean(ancestors(from).some((type) => type.kind === "named" && type.symbol === to.symbol));
}

/** The type of the instances of a class that an expression names. */
function classType(node: pyTree.Expression, context: PythonLiftContext): Type {
  const type = context.typeOf(node);
  return type.kind === "class" ? type.instance : context.analysis.annotationType(node);
}

/** `A | B` */
function unionMembers(node: pyTree.Expression): readonly pyTree.Expression[] {
  return node.kind === "BinOp" && node.op === "BitOr"
    ? [...unionMembers(node.left), ...unionMembers(node.right)]
    : [node];
}

/** What the static type says already; undefined where the value must be asked. */
function decided(type: Type, targets: readonly Type[]): boolean | undefined {
  if (
    type.kind === "any" ||
    type.kind === "union" ||
    type.kind === "optional" ||
    type.kind === "unknown" ||
    type.kind === "parameter"
  )
    return undefined;
  if (type.kind === "named")
    return targets.some((target) => target.kind === "named" && isA(type, target.symbol.name)) ? true : undefined;
  return targets.some(
    (target) => target.kind === type.kind || target.kind === "any" || (type.kind === "bool" && target.kind === "int"),
  );
}

/** The exception classes that are asked for, of an error that may be one of several. */
function exceptionTypes(type: Type, targets: readonly Type[]): readonly NamedType[] | undefined {
  if (
    type.kind !== "named" ||
    type.symbol.form !== "exception" ||
    targets.some((target) => target.kind === "named" && isA(type, target.symbol.name))
  )
    return undefined;
  return targets.every((target): target is NamedType => target.kind === "named" && target.symbol.form === "exception")
    ? targets
    : undefined;
}

/** Go asks for a list of certain elements: the one that the value may be. */
function memberLike(asked: Type, type: Type): Type {
  const inner = type.kind === "optional" ? type.inner : type;
  if (inner.kind !== "union" || (asked.kind !== "list" && asked.kind !== "dict" && asked.kind !== "set")) return asked;
  return inner.members.find((member) => member.kind === asked.kind) ?? asked;
}

/** Only the class itself can be asked for, not what its elements are. */
function classOf(type: Type, context: PythonLowerContext): pyTree.Expression {
  const lowered = context.type(type);
  return lowered.kind === "Subscript" ? lowered.value : lowered;
}

function classesOf(types: readonly Type[], context: PythonLowerContext): pyTree.Expression {
  const classes = types.map((type) => classOf(type, context));
  return classes.length === 1 ? classes[0]! : py.tuple(classes);
}

/** Helpers that ask whether a value of any type is a list, or a dict, whatever it holds. */
const shapeTests: Readonly<Partial<Record<Type["kind"], string>>> = { list: "isList", dict: "isDict" };

function toGo(node: ir.TypeTest, context: GoLowerContext): goTree.Expr {
  const { operand, targets } = node;
  // No error at all is of no class.
  const present = operand.type.kind === "optional" ? operand.type.inner : operand.type;
  const exceptions = exceptionTypes(present, targets);
  if (exceptions) {
    const error = context.expression(operand);
    return tests(
      exceptions.flatMap((type) => goTypes(type, context)),
      error,
      context,
    );
  }
  const known = decided(operand.type, targets);
  if (known !== undefined) return go.ident(known ? "true" : "false");
  const value = context.expression(operand);
  if (operand.type.kind === "optional") {
    const inner = decided(operand.type.inner, targets);
    if (inner === true) return go.binary(value, "!=", go.ident("nil"));
    if (inner === false) return go.ident("false");
    // An optional union is an interface value, as the union is.
    if (operand.type.inner.kind !== "union" && operand.type.inner.kind !== "any")
      throw new Untranslatable(
        "type-test",
        "`isinstance` of an optional value is not translated here; ask for None first.",
      );
  }
  if (operand.type.kind === "parameter" || operand.type.kind === "unknown")
    throw new Untranslatable(
      "type-test",
      "`isinstance` needs a value whose static type leaves it open, such as `Any` or a union.",
    );
  const whole = value.kind === "Ident" ? value : context.temporary("value", value);
  const names = targets.map((asked) => {
    const target = memberLike(asked, operand.type);
    const shape = operand.type.kind === "any" ? shapeTests[target.kind] : undefined;
    if (shape !== undefined) return go.call(context.helper(shape), whole);
    const name = context.fresh("ok");
    const assertion: goTree.Expr = { kind: "TypeAssertExpr", x: whole, type: context.type(target), span: whole.span };
    context.emit(go.define(["_", name], assertion));
    return go.ident(name);
  });
  return (
    names.reduce<goTree.Expr | undefined>((left, right) => (left ? go.binary(left, "||", right) : right), undefined) ??
    go.ident("false")
  );
}

export default defineConstruct({
  id: "type-test",
  title: "isinstance",
  summary: "`isinstance(x, T)` is the comma-ok form of a type assertion, `_, ok := x.(T)`.",
  explanation:
    "In Go only a value of interface type has a type that is found out at run time; everything else is decided by the compiler, so that `isinstance` of a value with a definite type is a constant. " +
    "A type assertion asks for exactly that type, or for an interface, and knows nothing of subclasses.",
  references: [
    { title: "Go: Type assertions", url: "https://go.dev/ref/spec#Type_assertions" },
    { title: "Python: isinstance", url: "https://docs.python.org/3/library/functions.html#isinstance" },
  ],
  refines: { python: { Call: lift } },
  lower: {
    go: { TypeTest: toGo },
    python: {
      TypeTest: (node, context) => {
        const operand = context.expression(node.operand);
        const interfaces = node.targets.filter((target) => isInterface(target) && !isCheckable(target, context));
        if (interfaces.length > 0) {
          const others = node.targets.filter((target) => !interfaces.includes(target));
          const whole = node.targets.length === 1 ? operand : context.temporary("value", operand);
          const tests = interfaces.map((target) => implementsTest(whole, target, context));
          if (others.length > 0) tests.unshift(py.call("isinstance", [whole, classesOf(others, context)]));
          return tests.length === 1 ? tests[0]! : py.boolOp("Or", tests);
        }
        const classes = node.targets.map((target) => classOf(target, context));
        const test = py.call("isinstance", [operand, classes.length === 1 ? classes[0]! : py.tuple(classes)]);
        const kinds = node.targets.map((target) => target.kind);
        const mayBeBool =
          kinds.includes("int") &&
          !kinds.includes("bool") &&
          node.targets.some((target) => target.kind === "int" && target.size !== "unbounded");
        // Python's bool is an int.
        return mayBeBool && isPure(node.operand)
          ? py.boolOp("And", [test, py.not(py.call("isinstance", [operand, py.name("bool")]))])
          : test;
      },
    },
  },
  examples: [
    {
      title: "A value of any type",
      python:
        'from typing import Any\n\n\ndef describe(value: Any) -> str:\n    if isinstance(value, str):\n        return "text"\n    return "other"\n\n\nprint(describe("a"), describe(1))\n',
      go: 'func describe(value any) string {\n\tif _, ok := value.(string); ok {\n\t\treturn "text"\n\t}\n\treturn "other"\n}\n\nfmt.Println(describe("a"), describe(1))\n',
    },
  ],
});
