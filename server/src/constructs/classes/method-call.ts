import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { callWithResults, checkAwaited, lowerArguments } from "../../lowering/go/calls.ts";
import { superCallee } from "../../lowering/go/hierarchy.ts";
import { classFunctionName } from "../../lowering/go/members.ts";
import * as go from "../../lowering/go/syntax.ts";
import { coroutine, isKept } from "../../lowering/go/tasks.ts";
import { tupleLiteral } from "../../lowering/go/tuples.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { specialToPython } from "../../lowering/python/special-methods.ts";
import { lowerPythonArguments } from "../../lowering/python/arguments.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "method-call",
  title: "Method call",
  summary:
    "`object.method(…)` is written the same way; class and static methods become functions of the package, and an error comes back beside the result.",
  explanation:
    "Python finds the method when the call runs, starting at the object's own class, so a subclass can change what a call in its base does. Go binds the call when it compiles, unless the object is held in " +
    "an interface. Class methods and static methods have no place in Go: they are functions of the package, often called `NewX` or `ParseX`.",
  references: [
    { title: "Go: Calls", url: "https://go.dev/ref/spec#Calls" },
    { title: "Go: Method sets", url: "https://go.dev/ref/spec#Method_sets" },
    { title: "Python: Method objects", url: "https://docs.python.org/3/tutorial/classes.html#method-objects" },
  ],
  lower: { go: { MethodCall: methodCallToGo }, python: { MethodCall: methodCallToPython } },
  examples: [
    {
      title: "A method that returns a new object",
      python: `from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    x: int
    y: int

    def moved(self, dx: int) -> "Point":
        return Point(self.x + dx, self.y)


print(Point(1, 2).moved(3).x)
`,
      go: `package main

import "fmt"

type Point struct {
	X int
	Y int
}

func (p Point) Moved(dx int) Point {
	return Point{X: p.X + dx, Y: p.Y}
}

func main() {
	fmt.Println(Point{X: 1, Y: 2}.Moved(3).X)
}
`,
    },
  ],
});

function methodCallToGo(node: ir.MethodCall, context: GoLowerContext): goTree.Expr {
  if (isKept(node, context)) return coroutine(node, context);
  checkAwaited(node);
  if (node.viaSuper === true) return superCall(node, context);
  if (node.receiver.type.kind === "class") return classCall(node, context);
  const call = callWithResults(node, context);
  return finished(call, node, context);
}

/** The value of a call: errors are taken care of, and several results are collected into a tuple. */
function finished(call: goTree.CallExpr, node: ir.MethodCall, context: GoLowerContext): goTree.Expr {
  const isSeveral =
    node.type.kind === "tuple" &&
    node.symbol !== undefined &&
    context.facts.methodHasSeveralResults(node.symbol, node.method);
  if (!isSeveral || node.type.kind !== "tuple") return context.fails(node) ? context.failing(call, node) : call;
  const hints = node.type.elements.map((_, position) => `part${position + 1}`);
  if (context.fails(node))
    return tupleLiteral(
      node.type,
      context.failingResults(call, hints),
      (type) => context.type(type),
      (name) => context.helper(name),
    );
  const names = hints.map((hint) => context.fresh(hint));
  context.emit(go.define(names, call));
  return tupleLiteral(
    node.type,
    names.map((name) => go.ident(name)),
    (type) => context.type(type),
    (name) => context.helper(name),
  );
}

/** A class or static method, which is a function of the package named for both. */
function classCall(node: ir.MethodCall, context: GoLowerContext): goTree.Expr {
  const { type } = node.receiver;
  if (type.kind !== "class" || type.instance.kind !== "named" || node.arguments.some((argument) => argument.spread)) {
    throw new Untranslatable(
      "class-method",
      "This call through a class is not translated; call a function of the package instead.",
    );
  }
  const args = context.expressions(node.arguments.map((argument) => argument.value));
  const call = go.call(go.ident(classFunctionName(context.type(type.instance), node.method, context)), ...args);
  return finished(call, node, context);
}

/** `super().method(…)`: the method of the embedded struct. */
function superCall(node: ir.MethodCall, context: GoLowerContext): goTree.Expr {
  const { callee, first } = superCallee(node, context);
  const { operands, spread } = lowerArguments(node.arguments, node.symbol?.methods.get(node.method)?.type, context);
  const call = spread ? go.spreadCall(callee, ...first, ...operands) : go.call(callee, ...first, ...operands);
  return finished(call, node, context);
}

function methodCallToPython(node: ir.MethodCall, context: PythonLowerContext): pyTree.Expression {
  const special = specialToPython(node, context);
  if (special) return special;
  const object = node.viaSuper === true ? py.call(py.name("super")) : context.expression(node.receiver);
  const receiver = (node.path ?? []).reduce<pyTree.Expression>(
    (owner, step) => py.attribute(owner, context.member(step, undefined, "field")),
    object,
  );
  const { args, keywords } = lowerPythonArguments(node.arguments, context);
  const name = context.member(node.method, node.receiver.type, "method");
  if (node.viaSuper !== true && name === "__str__") return py.call(py.name("str"), [receiver]);
  if (node.viaSuper !== true && name === "__len__") return py.call(py.name("len"), [receiver]);
  const onClass = nilableClass(node, context);
  return onClass
    ? py.call(py.attribute(onClass, name), [receiver, ...args], keywords)
    : py.call(py.attribute(receiver, name), args, keywords);
}

/** The class of a method that asks whether its receiver is nil: Python finds no methods on `None`, but calls those of the class with it. */
function nilableClass(node: ir.MethodCall, context: PythonLowerContext): pyTree.Expression | undefined {
  const { symbol, receiver } = node;
  if (!symbol || symbol.form === "interface" || (node.path ?? []).length > 0 || node.viaSuper === true)
    return undefined;
  if (receiver.type.kind !== "pointer" || receiver.kind === "AddressOf") return undefined;
  return context.facts.handlesNil(symbol, node.method)
    ? context.type({ kind: "named", symbol, arguments: [] })
    : undefined;
}
