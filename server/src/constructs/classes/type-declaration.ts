import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { documented } from "../../lowering/go/record.ts";
import * as go from "../../lowering/go/syntax.ts";
import { liftTypeDeclaration } from "../../lowering/lift/go-types.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";

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

/** The bases that Python lets a class inherit values from. */
const subclassable = new Set(["int", "float", "string", "list", "dict", "set"]);

function definitionToPython(node: ir.TypeDefinition, context: PythonLowerContext): readonly pyTree.Statement[] {
  const name = context.name(node.binding);
  if (node.methods.length === 0 || !subclassable.has(node.underlying.kind)) {
    const alias = py.assign(py.name(name), context.type(node.underlying));
    const methods = node.methods.flatMap((method) => context.inner({ ...method, flavour: "function" }, true));
    return [alias, ...methods];
  }
  const body: pyTree.Statement[] = node.documentation ? [py.docstring(node.documentation)] : [];
  body.push(...node.methods.flatMap((method) => context.inner(method, true)));
  return [py.classDef(name, body, { bases: [context.type(node.underlying)] })];
}
