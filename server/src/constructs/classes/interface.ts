import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { interfaceMethod } from "../../lowering/go/interface-methods.ts";
import { documented } from "../../lowering/go/record.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { isCheckable } from "../../lowering/python/interfaces.ts";
import { withParameters } from "../../lowering/python/type-parameters.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import type { NamedType } from "../../types/type.ts";

export default defineConstruct({
  id: "interface",
  title: "Protocol or abstract class / interface",
  summary:
    "A `Protocol`, or an abstract class without code, and a Go interface name the methods that a value must have.",
  explanation:
    "A Go type satisfies an interface by having its methods; nothing declares it, and the compiler checks at each assignment. Python's `Protocol` works the same way for a type checker and does nothing when the " +
    "program runs; an abstract base class is declared by its subclasses and refuses to make incomplete instances. Interfaces in Go are small and belong to the code that calls the methods.",
  references: [
    { title: "Go: Interface types", url: "https://go.dev/ref/spec#Interface_types" },
    { title: "Effective Go: Interfaces", url: "https://go.dev/doc/effective_go#interfaces" },
    { title: "Python: Protocol", url: "https://docs.python.org/3/library/typing.html#typing.Protocol" },
  ],
  lower: { go: { Interface: interfaceToGo }, python: { Interface: interfaceToPython } },
  snippets: [
    {
      language: "go",
      prefix: "protocol",
      terms: ["Protocol", "ABC", "abstract class", "duck typing"],
      description: "An interface of one method",
      body: ["type ${1:Reader} interface {", "\t${2:Read}(${3:name string}) (${4:string}, error)", "}"],
    },
    {
      language: "python",
      prefix: "interface",
      terms: ["interface"],
      description: "A protocol of one method",
      body: ["class ${1:Reader}(Protocol):", "    def ${2:read}(self, ${3:name: str}) -> ${4:str}: ..."],
    },
  ],
  examples: [
    {
      title: "Two types with the same method",
      python: `from typing import Protocol


class Shape(Protocol):
    def area(self) -> int: ...


class Square:
    def __init__(self, side: int) -> None:
        self.side = side

    def area(self) -> int:
        return self.side * self.side


def describe(shape: Shape) -> str:
    return f"area {shape.area()}"


print(describe(Square(3)))
`,
      go: `package main

import "fmt"

type Shape interface {
	Area() int
}

type Square struct {
	Side int
}

func NewSquare(side int) *Square {
	return &Square{Side: side}
}

func (s *Square) Area() int {
	return s.Side * s.Side
}

func describe(shape Shape) string {
	return fmt.Sprintf("area %d", shape.Area())
}

func main() {
	fmt.Println(describe(NewSquare(3)))
}
`,
    },
  ],
});

function interfaceToGo(node: ir.Interface, context: GoLowerContext): readonly goTree.Decl[] {
  const name = context.name(node.binding);
  const embedded = node.embedded.map((type) => go.field(undefined, context.type(type)));
  const methods = node.methods.map((method) => interfaceMethod(method, context));
  const spec: goTree.TypeSpec = {
    kind: "TypeSpec",
    name: go.ident(name),
    assign: false,
    type: go.interfaceType([...embedded, ...methods]),
    span: { start: 0, end: 0 },
  };
  return [
    documented<goTree.GenDecl>(
      { kind: "GenDecl", tok: "type", parenthesized: false, specs: [spec], span: { start: 0, end: 0 } },
      node,
      name,
    ),
  ];
}

function interfaceToPython(node: ir.Interface, context: PythonLowerContext): readonly pyTree.Statement[] {
  const own = node.embedded.filter(
    (type) => type.kind === "named" && type.symbol.module === "" && type.symbol.form === "interface",
  );
  const protocol = withParameters(context.imported("typing", "Protocol"), node.symbol, context);
  const bases = [...own.map((type) => context.type(type)), protocol];
  const body: pyTree.Statement[] = node.documentation ? [py.docstring(node.documentation)] : [];
  body.push(...node.methods.flatMap((method) => context.inner(method, true)));
  if (body.length === 0) body.push(py.pass());
  const type: NamedType = { kind: "named", symbol: node.symbol, arguments: [] };
  const decoratorList =
    context.facts.isTested(node.symbol) && isCheckable(type, context)
      ? [context.imported("typing", "runtime_checkable")]
      : [];
  return [py.classDef(context.name(node.binding), body, { bases, decoratorList })];
}
