import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { GoLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "pointer",
  title: "Pointer / reference",
  summary: "A pointer to a struct is simply the object in Python, where every name refers to an object.",
  explanation:
    "Go says with `*T` and `&x` whether a function sees the caller's value or a copy. Python has no choice to make: names, elements and fields always refer to objects, and only mutable objects show a change " +
    "to everybody who holds them. Numbers and strings never change in Python: a pointer to one that only says whether there is a value becomes `int | None`, and where the value is changed through the pointer, it is kept in an object.",
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
    go: {
      MemberName: () => {
        throw new Untranslatable("member-name", "Go finds no field by its name; it has pointers to fields.");
      },
      AddressOf: addressToGo,
      Dereference: (node, context) => go.star(context.expression(node.operand)),
    },
    python: {
      AddressOf: addressToPython,
      Dereference: dereferenceToPython,
      MemberName: (node, context) => py.str(context.member(node.name, undefined, "field")),
    },
  },
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

function addressToPython(node: ir.AddressOf, context: PythonLowerContext): pyTree.Expression {
  return context.expression(node.operand);
}

function dereferenceToPython(node: ir.Dereference, context: PythonLowerContext): pyTree.Expression {
  return context.expression(node.operand);
}
