import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { ClassShape } from "../../lowering/facts.ts";
import { lowerArguments } from "../../lowering/go/calls.ts";
import { declaringClass, initializedBy, structLiteral, structName } from "../../lowering/go/class-layout.ts";
import { constructorName } from "../../lowering/go/constructor.ts";
import { enumByValue } from "../../lowering/go/enums.ts";
import { lowerExceptionNew } from "../../lowering/go/exceptions.ts";
import * as go from "../../lowering/go/syntax.ts";
import { isReference } from "../../lowering/go/types.ts";
import type { GoLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { lowerPythonArguments } from "../../lowering/python/arguments.ts";
import { isReady } from "../../lowering/python/zero.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import type { NamedType, StructType, Type, TypeSymbol } from "../../types/type.ts";

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
  // A value of no size says nothing but that it is there: in a channel, or as a map's value.
  if (bare.kind === "struct" && bare.fields.length === 0) return { sort: "expression", kind: "ZeroValue", type };
  if (bare.kind === "named" && bare.symbol.module !== "" && node.elts.length === 0 && isReady(bare.symbol)) {
    const zero: ir.ZeroValue = { sort: "expression", kind: "ZeroValue", type: bare };
    return type.kind === "pointer" ? { sort: "expression", kind: "AddressOf", operand: zero, type } : zero;
  }
  if (bare.kind === "named" && bare.symbol.module !== "" && !isPool(bare.symbol))
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

/** A `sync.Pool`, which is given the function that makes its objects. */
function isPool({ module, name }: TypeSymbol): boolean {
  return module === "sync" && name === "Pool";
}

function newToGo(node: ir.New, context: GoLowerContext): goTree.Expr {
  const { type } = node;
  if (type.kind !== "named")
    throw new Untranslatable("construction", "The class that is instantiated here is not known.");
  const member = enumByValue(node, context);
  if (member) return member;
  const shape = context.facts.shapeOf(type.symbol);
  if (type.symbol.form === "exception" && (type.symbol.module !== "" || shape?.hasConstructor !== true))
    return lowerExceptionNew(node, context);
  if (shape === undefined)
    throw new Untranslatable(
      "construction",
      `Instances of \`${type.symbol.name}\` are not translated; it is no class of this program.`,
    );
  const takesKeywords = shape.initializer?.some((parameter) => parameter.kind === "keywords") === true;
  if (
    node.arguments.some(
      ({ spread }) =>
        spread && ((spread === "keywords" && !takesKeywords) || initializedBy(type.symbol, context) === undefined),
    )
  )
    throw new Untranslatable("spread-arguments", "Arguments spread into a constructor are not translated; name them.");
  return madeByFunction(node, type, shape, context) ?? madeByFields(node, type, shape, context);
}

/** `NewPoint(…)` */
function madeByFunction(
  node: ir.New,
  type: NamedType,
  shape: ClassShape,
  context: GoLowerContext,
): goTree.Expr | undefined {
  const initialized = initializedBy(type.symbol, context);
  const hasConstructor =
    shape.hasConstructor || initialized !== undefined || declaringClass(type.symbol, "__post_init__") !== undefined;
  if (!hasConstructor) return undefined;
  const omitted = context.facts.omittedParameters(type.symbol);
  const given = node.arguments.filter((_, position) => !omitted.has(shape.parameters?.[position]?.name ?? ""));
  const signature = initialized?.owner.methods.get("__init__")?.type;
  // All parameters are given, in their order, so that names say nothing more.
  const unnamed = signature ? given : given.map(({ value, spread }): ir.Argument => ({ value, spread }));
  const { operands, spread } = lowerArguments(unnamed, signature, context);
  const callee = go.instantiate(
    go.ident(constructorName(structName(type.symbol, context))),
    type.arguments.map((argument) => context.type(argument)),
  );
  const call = spread ? go.spreadCall(callee, ...operands) : go.call(callee, ...operands);
  const value = context.fails(node)
    ? context.failing(call, node, type.symbol.name.charAt(0).toLowerCase() + type.symbol.name.slice(1))
    : call;
  return node.embedded === true && isReference(type) ? go.star(value) : value;
}

/** `&Point{X: 1, Y: 2}` */
function madeByFields(node: ir.New, type: NamedType, shape: ClassShape, context: GoLowerContext): goTree.Expr {
  const parameters = shape.parameters ?? shape.fields;
  if (node.arguments.length > parameters.length)
    throw new Untranslatable("construction", `There are more arguments than \`${type.symbol.name}\` has fields.`);
  const values = context.expressions(node.arguments.map((argument) => argument.value));
  const named = new Map(values.map((value, position) => [parameters[position]!.name, value]));
  const literal = structLiteral(type, named, new Map(), context);
  return isReference(type) && node.embedded !== true ? go.unary("&", literal) : literal;
}

function literalToGo(node: ir.RecordLiteral, context: GoLowerContext): goTree.Expr {
  const { type } = node;
  const values = context.expressions([
    ...(node.bases ?? []).map((base) => base.value),
    ...node.fields.map((field) => field.value),
  ]);
  const first = node.bases?.length ?? 0;
  if (
    type.kind === "named" &&
    context.facts.shapeOf(type.symbol) !== undefined &&
    type.symbol.underlying === undefined
  ) {
    const bases = new Map((node.bases ?? []).map(({ base }, position) => [base.symbol, values[position]!]));
    const fields = new Map(node.fields.map((field, position) => [field.name, values[first + position]!]));
    const literal = structLiteral(type, fields, bases, context);
    return isReference(type) ? go.unary("&", literal) : literal;
  }
  const lowered = context.type(type);
  const bare = lowered.kind === "StarExpr" ? lowered.x : lowered;
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
  if (node.type.kind === "struct") return namespace(node.type, node.fields, values, context);
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

/** A value of a struct type without a name is an object with those attributes. */
function namespace(
  type: StructType,
  fields: ir.RecordLiteral["fields"],
  values: readonly pyTree.Expression[],
  context: PythonLowerContext,
): pyTree.Expression {
  return py.call(
    context.imported("types", "SimpleNamespace"),
    [],
    type.fields.map((field) => {
      const position = fields.findIndex((given) => given.name === field.name);
      return py.keyword(
        context.member(field.name, undefined, "field"),
        position < 0 ? context.zero(field.type) : values[position]!,
      );
    }),
  );
}
