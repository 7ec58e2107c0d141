import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { GoLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { boxedClass, definedCollection } from "../../lowering/python/defined-types.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import type * as pyTree from "../../python/tree.ts";
import type { Type } from "../../types/type.ts";

export default defineConstruct({
  id: "pointer",
  title: "Pointer / reference",
  summary: "A pointer to a struct is simply the object in Python, where every name refers to an object.",
  explanation:
    "Go says with `*T` and `&x` whether a function sees the caller's value or a copy. Python has no choice to make: names, elements and fields always refer to objects, and only mutable objects show a change " +
    "to everybody who holds them. A pointer to a number or string has no direct counterpart, since Python's are immutable: return the new value, or keep it in an object.",
  references: [
    { title: "Go: Address operators", url: "https://go.dev/ref/spec#Address_operators" },
    {
      title: "Python: Objects, values and types",
      url: "https://docs.python.org/3/reference/datamodel.html#objects-values-and-types",
    },
  ],
  go: {
    StarExpr: (node, context) => ({
      sort: "expression",
      kind: "Dereference",
      operand: context.expression(node.x),
      type: context.typeOf(node),
    }),
  },
  refines: { go: { UnaryExpr: liftAddress, CallExpr: liftNew } },
  lower: {
    go: { AddressOf: addressToGo, Dereference: (node, context) => go.star(context.expression(node.operand)) },
    python: { AddressOf: addressToPython, Dereference: dereferenceToPython },
  },
  caveats: [
    {
      code: "scalar-pointer",
      severity: "mark",
      message:
        "A pointer to a number, string or other immutable value has no counterpart in Python; return the new value or keep it in an object.",
    },
  ],
  examples: [
    {
      title: "Changing the caller's object",
      python: `from dataclasses import dataclass


@dataclass
class Box:
    size: int


def grow(box: Box) -> None:
    box.size += 1


box = Box(1)
grow(box)
print(box.size)
`,
      go: `package main

import "fmt"

type Box struct {
	Size int
}

func grow(box *Box) {
	box.Size++
}

func main() {
	box := &Box{Size: 1}
	grow(box)
	fmt.Println(box.Size)
}
`,
    },
  ],
});

function liftAddress(node: goTree.UnaryExpr, context: GoLiftContext): ir.Expression | undefined {
  if (node.op !== "&") return undefined;
  return { sort: "expression", kind: "AddressOf", operand: context.expression(node.x), type: context.typeOf(node) };
}

/** `new(T)` is a pointer to a zero value, `new(x)` one to a copy of the value. */
function liftNew(node: goTree.CallExpr, context: GoLiftContext): ir.Expression | undefined {
  const [operand] = node.args;
  if (node.fun.kind !== "Ident" || node.fun.name !== "new" || operand === undefined) return undefined;
  if (context.analysis.callOf(node)?.kind !== "builtin") return undefined;
  const type = context.typeOf(node);
  const target = type.kind === "pointer" ? type.target : type;
  const isType = context.analysis.modeOf(operand) === "type";
  const value = isType ? expression("ZeroValue", target, {}) : context.coerced(operand, target);
  return expression("AddressOf", type, { operand: value });
}

function addressToGo(node: ir.AddressOf, context: GoLowerContext): goTree.Expr {
  if (node.operand.kind === "ZeroValue") return go.call("new", context.type(node.operand.type));
  return go.unary("&", context.expression(node.operand));
}

/** Whether values of the type are objects in Python that can be changed through every reference to them. */
function isObject(type: Type): boolean {
  // Pointers to what is not known point to structs of packages that are not known, as good as always.
  if (type.kind === "struct" || type.kind === "unknown" || definedCollection(type) || boxedClass(type)) return true;
  return type.kind === "named" && (type.symbol.underlying === undefined || type.symbol.underlying.kind === "struct");
}

function addressToPython(node: ir.AddressOf, context: PythonLowerContext): pyTree.Expression {
  if (!isObject(node.operand.type)) {
    throw new Untranslatable(
      "scalar-pointer",
      "A pointer to a value that is no struct has no counterpart in Python; return the new value or keep it in an object.",
    );
  }
  return context.expression(node.operand);
}

function dereferenceToPython(node: ir.Dereference, context: PythonLowerContext): pyTree.Expression {
  if (!isObject(node.type)) {
    throw new Untranslatable(
      "scalar-pointer",
      "A pointer to a value that is no struct has no counterpart in Python; return the new value or keep it in an object.",
    );
  }
  return context.expression(node.operand);
}
