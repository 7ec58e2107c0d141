import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { documented } from "../../lowering/go/record.ts";
import * as go from "../../lowering/go/syntax.ts";
import { underlying } from "../../lowering/lift/go-operators.ts";
import { liftTypeDeclaration } from "../../lowering/lift/go-types.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { boxedClass, boxedField, definedClass, isErrorClass } from "../../lowering/python/defined-types.ts";
import { pythonDocumentation } from "../../lowering/python/functions.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import type { NamedType, Type } from "../../types/type.ts";

export default defineConstruct({
  id: "type-declaration",
  title: "Defined type / subclass or alias",
  summary:
    "`type Celsius float64` makes a new type; Python subclasses `float` where it has methods, else names it with an alias.",
  explanation:
    "A defined type of Go has its own identity and its own methods, but the values and operators of the type it is defined on; nothing is wrapped. In Python a subclass of `int`, `str` or `list` comes closest, " +
    "at the price that arithmetic gives the base class back. Where the type has no methods, an alias documents the meaning, and the checker treats both names alike.",
  references: [
    { title: "Go: Type definitions", url: "https://go.dev/ref/spec#Type_definitions" },
    { title: "Python: Type aliases", url: "https://docs.python.org/3/library/typing.html#type-aliases" },
  ],
  refines: { go: { GenDecl: liftTypeDeclaration } },
  parts: { go: ["TypeSpec", "StructType", "InterfaceType", "Field", "FieldList"] },
  lower: { go: { TypeDefinition: definitionToGo }, python: { TypeDefinition: definitionToPython } },
  examples: [
    {
      title: "A name for a number",
      python: `Celsius = float


def warmer(a: Celsius, b: Celsius) -> Celsius:
    return max(a, b)


print(warmer(20.5, 18.0))
`,
      go: `package main

import "fmt"

type Celsius float64

func warmer(a, b Celsius) Celsius {
	return max(a, b)
}

func main() {
	fmt.Println(warmer(20.5, 18.0))
}
`,
      from: ["go"],
    },
  ],
});

function definitionToGo(node: ir.TypeDefinition, context: GoLowerContext): readonly goTree.Decl[] {
  const name = context.name(node.binding);
  const parameters = node.symbol.typeParameters.map((parameter) =>
    go.field(parameter.name, parameter.constraint ? context.type(parameter.constraint) : go.ident("any")),
  );
  const spec: goTree.TypeSpec = {
    kind: "TypeSpec",
    name: go.ident(name),
    typeParams: parameters.length > 0 ? go.fields(parameters) : undefined,
    assign: node.isAlias,
    type: context.type(node.underlying),
    span: { start: 0, end: 0 },
  };
  const decl = documented<goTree.GenDecl>(
    { kind: "GenDecl", tok: "type", parenthesized: false, specs: [spec], span: { start: 0, end: 0 } },
    node,
    name,
  );
  return [decl, ...node.methods.flatMap((method) => context.inner(method, true))];
}

function definitionToPython(node: ir.TypeDefinition, context: PythonLowerContext): readonly pyTree.Statement[] {
  const name = context.name(node.binding);
  const type: NamedType = { kind: "named", symbol: node.symbol, arguments: [] };
  if (node.methods.length === 0) return [py.assign(py.name(name), context.type(node.underlying))];
  if (definedClass(type) === undefined)
    throw new Untranslatable(
      "defined-type-methods",
      "Methods of a type that is defined on this one are not translated; in Python write functions, or a class that holds the value.",
    );
  const below = underlying(node.underlying);
  const isSized = below.kind === "list" || below.kind === "dict";
  const methods = node.methods
    .filter((method) => !(isSized && boxedClass(type) === undefined && isOwnLength(method)))
    .flatMap((method) => context.inner(method, true));
  const documentation = pythonDocumentation(node.documentation, node.symbol.name);
  const head: pyTree.Statement[] = documentation ? [py.docstring(documentation)] : [];
  const spaced = methods.map((method): pyTree.Statement => ({ ...method, blankBefore: true }));
  if (boxedClass(type)) {
    const value = py.annAssign(py.name(boxedField(type)), context.type(node.underlying), defaultValue(below, context));
    const isError = isErrorClass(type);
    const decorator = py.call(
      context.imported("dataclasses", "dataclass"),
      [],
      [isError ? py.keyword("frozen", py.bool(false)) : py.keyword("unsafe_hash", py.bool(true))],
    );
    return [
      py.classDef(name, [...head, value, ...spaced], {
        bases: isError ? [py.name("Exception")] : [],
        decoratorList: [isError && below.kind !== "list" && below.kind !== "dict" ? hashable(context) : decorator],
      }),
    ];
  }
  if (below.kind === "function")
    return [py.classDef(name, [...head, ...callable(node.underlying, context), ...spaced])];
  const [first, ...others] = spaced;
  const body = head.length === 0 && first ? [{ ...first, blankBefore: false }, ...others] : [...head, ...spaced];
  return [py.classDef(name, body, { bases: [baseOf(node.underlying, context)] })];
}

/** `func (s Stack) Len() int { return len(s) }`, which a list has anyway; another `Len` would be asked for by everything that goes through the list. */
function isOwnLength(method: ir.Function): boolean {
  if (method.name !== "Len" || method.parameters.length > 0) return false;
  const [only, ...others] = method.body;
  const length = others.length === 0 && only?.kind === "Return" ? only.value : undefined;
  const operand = length?.kind === "Length" ? length.operand : undefined;
  const whole = operand?.kind === "Dereference" ? operand.operand : operand;
  if (whole?.kind === "Variable" && whole.binding === method.receiver) return true;
  throw new Untranslatable(
    "length-method",
    "A method `Len` that gives something else than the length is not translated for a slice or map; call it otherwise.",
  );
}

function hashable(context: PythonLowerContext): pyTree.Expression {
  return py.call(context.imported("dataclasses", "dataclass"), [], [py.keyword("unsafe_hash", py.bool(true))]);
}

/** `bool` cannot be inherited from. */
function baseOf(type: Type, context: PythonLowerContext): pyTree.Expression {
  return underlying(type).kind === "bool" ? py.name("int") : context.type(type);
}

function defaultValue(type: Type, context: PythonLowerContext): pyTree.Expression {
  const zero = context.zero(type);
  if (zero.kind === "Constant") return zero;
  return py.call(
    context.imported("dataclasses", "field"),
    [],
    [py.keyword("default_factory", py.name(zero.kind === "Dict" ? "dict" : "list"))],
  );
}

/** A function with methods is an object that holds the function and can be called. */
function callable(type: Type, context: PythonLowerContext): readonly pyTree.Statement[] {
  const shape = underlying(type);
  if (shape.kind !== "function") return [];
  const self = py.arg("self");
  const names = shape.parameters.map((_, position) => `arg${position + 1}`);
  const parameters = shape.parameters.map((parameter, position) =>
    py.arg(names[position]!, context.type(parameter.type)),
  );
  const held = py.attribute(py.name("self"), "function");
  const args = shape.parameters.map((parameter, position) =>
    parameter.kind === "variadic" ? py.starred(py.name(names[position]!)) : py.name(names[position]!),
  );
  const call = py.call(held, args);
  const vararg = shape.parameters.findIndex((parameter) => parameter.kind === "variadic");
  const signature =
    vararg < 0
      ? py.parameters([self, ...parameters])
      : py.parameters([self, ...parameters.slice(0, vararg)], { vararg: parameters[vararg]! });
  return [
    py.functionDef(
      "__init__",
      py.parameters([self, py.arg("function", context.type(type))]),
      [py.assign(held, py.name("function"))],
      { returns: py.none() },
    ),
    {
      ...py.functionDef(
        "__call__",
        signature,
        [shape.result.kind === "none" ? py.expr(call) : py.returnStatement(call)],
        { returns: context.type(shape.result) },
      ),
      blankBefore: true,
    },
  ];
}
