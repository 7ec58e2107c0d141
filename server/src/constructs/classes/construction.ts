import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { orderedArguments } from "../../lowering/go/calls.ts";
import { lowerExceptionNew } from "../../lowering/go/exceptions.ts";
import { constructorName } from "../../lowering/go/record.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { GoLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { lowerPythonArguments } from "../../lowering/python/arguments.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import type { StructType, Type } from "../../types/type.ts";

export default defineConstruct({
  id: "construction",
  title: "Making an instance / composite literal",
  summary:
    "`Point(1, 2)` becomes `&Point{X: 1, Y: 2}`, or `NewPoint(…)` where construction does more than fill in fields.",
  explanation:
    "Calling a Python class makes an object and runs `__init__` on it. A Go struct can always be made by naming its fields; what is left out has its zero value, so nothing forces callers through a " +
    "constructor. Where there is something to do or check, Go developers write a function `NewX` that returns a pointer, and an error when it can fail.",
  references: [
    { title: "Go: Composite literals", url: "https://go.dev/ref/spec#Composite_literals" },
    {
      title: "Effective Go: Constructors and composite literals",
      url: "https://go.dev/doc/effective_go#composite_literals",
    },
    { title: "Python: Instantiation", url: "https://docs.python.org/3/reference/datamodel.html#object.__init__" },
  ],
  refines: { go: { CompositeLit: liftStructLiteral } },
  lower: {
    go: { New: newToGo, RecordLiteral: literalToGo },
    python: { New: newToPython, RecordLiteral: literalToPython },
  },
  examples: [
    {
      title: "A dataclass",
      python: `from dataclasses import dataclass


@dataclass
class Item:
    name: str
    price: float


item = Item("tea", 2.5)
print(item.name, item.price)
`,
      go: `package main

import "fmt"

type Item struct {
	Name  string
	Price float64
}

func main() {
	item := &Item{Name: "tea", Price: 2.5}
	fmt.Println(item.Name, item.Price)
}
`,
    },
  ],
});

/** The struct behind a type, and the named type itself. */
function structOf(type: Type): StructType | undefined {
  if (type.kind === "struct") return type;
  const underlying = type.kind === "named" ? type.symbol.underlying : undefined;
  return underlying?.kind === "struct" ? underlying : undefined;
}

function liftStructLiteral(node: goTree.CompositeLit, context: GoLiftContext): ir.Expression | undefined {
  const type = context.typeOf(node);
  const bare = type.kind === "pointer" ? type.target : type;
  const struct = structOf(bare);
  if (struct === undefined) return undefined;
  if (bare.kind !== "named" || bare.symbol.module !== "")
    throw new Untranslatable(
      "struct-literal",
      "A literal of this struct type is not translated; in Python make a dataclass for it.",
    );
  const fields = node.elts.map((element, position) => {
    const isKeyed = element.kind === "KeyValueExpr" && element.key.kind === "Ident";
    const name =
      isKeyed && element.kind === "KeyValueExpr" && element.key.kind === "Ident"
        ? element.key.name
        : struct.fields[position]?.name;
    const field = struct.fields.find((candidate) => candidate.name === name);
    if (name === undefined || field === undefined)
      throw new Untranslatable("struct-literal", "This struct literal does not fit its type.");
    return {
      name,
      value: context.coerced(isKeyed && element.kind === "KeyValueExpr" ? element.value : element, field.type),
    };
  });
  const literal: ir.RecordLiteral = { sort: "expression", kind: "RecordLiteral", type: bare, fields };
  return type.kind === "pointer" ? { sort: "expression", kind: "AddressOf", operand: literal, type } : literal;
}

function newToGo(node: ir.New, context: GoLowerContext): goTree.Expr {
  const { type } = node;
  if (type.kind !== "named")
    throw new Untranslatable("construction", "The class that is instantiated here is not known.");
  const shape = context.facts.shapeOf(type.symbol);
  if (type.symbol.form === "exception" && (type.symbol.module !== "" || shape?.hasConstructor !== true))
    return lowerExceptionNew(node, context);
  if (shape === undefined)
    throw new Untranslatable(
      "construction",
      `Instances of \`${type.symbol.name}\` are not translated; it is no class of this program.`,
    );
  const lowered = context.type(type);
  const bare = lowered.kind === "StarExpr" ? lowered.x : lowered;
  const args = orderedArguments(node.arguments, undefined);
  if (args.some((argument) => argument.spread !== undefined))
    throw new Untranslatable("spread-arguments", "Arguments spread into a constructor are not translated; name them.");
  if (shape.hasConstructor) {
    const head = bare.kind === "Ident" ? go.ident(constructorName(bare.name)) : bare;
    const call = go.call(
      type.arguments.length > 0 && bare.kind === "IndexExpr" && bare.x.kind === "Ident"
        ? go.index(go.ident(constructorName(bare.x.name)), bare.index)
        : head,
      ...context.expressions(args.map((argument) => argument.value)),
    );
    return context.fails(node)
      ? context.failing(call, node, type.symbol.name.charAt(0).toLowerCase() + type.symbol.name.slice(1))
      : call;
  }
  const values = context.expressions(args.map((argument) => argument.value));
  const named = values.map((value, position) => {
    const field = shape.fields[position];
    if (field === undefined)
      throw new Untranslatable("construction", `There are more arguments than \`${type.symbol.name}\` has fields.`);
    return go.keyValue(go.ident(context.member(field.name, undefined, "field")), value);
  });
  const literal = go.composite(bare, named);
  return lowered.kind === "StarExpr" ? go.unary("&", literal) : literal;
}

function literalToGo(node: ir.RecordLiteral, context: GoLowerContext): goTree.Expr {
  const lowered = context.type(node.type);
  const bare = lowered.kind === "StarExpr" ? lowered.x : lowered;
  const values = context.expressions(node.fields.map((field) => field.value));
  const literal = go.composite(
    bare,
    values.map((value, position) =>
      go.keyValue(go.ident(context.member(node.fields[position]!.name, undefined, "field")), value),
    ),
  );
  return lowered.kind === "StarExpr" ? go.unary("&", literal) : literal;
}

function newToPython(node: ir.New, context: PythonLowerContext): pyTree.Expression {
  const { args, keywords } = lowerPythonArguments(node.arguments, context);
  return py.call(context.type(node.type), args, keywords);
}

function literalToPython(node: ir.RecordLiteral, context: PythonLowerContext): pyTree.Expression {
  const values = context.expressions(node.fields.map((field) => field.value));
  const struct = structOf(node.type);
  const inOrder =
    struct !== undefined && node.fields.every((field, position) => struct.fields[position]?.name === field.name);
  const isShort = inOrder && node.fields.length === struct.fields.length && node.fields.length <= 3;
  const name = context.type(node.type.kind === "named" ? { ...node.type, arguments: [] } : node.type);
  if (isShort) return py.call(name, values);
  return py.call(
    name,
    [],
    values.map((value, position) => py.keyword(context.member(node.fields[position]!.name, undefined, "field"), value)),
  );
}
