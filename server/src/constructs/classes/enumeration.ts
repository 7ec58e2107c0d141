import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { enumDeclarations } from "../../lowering/go/enum-declaration.ts";
import { documented } from "../../lowering/go/record.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "enumeration",
  title: "Enum / typed constants",
  summary: "An `Enum` becomes a defined type and a block of typed constants, with `iota` where the values count up.",
  explanation:
    "Go has no enumeration type: a defined integer or string type with named constants says what is meant, but any value of the type can be written, and nothing lists the members. Python's `Enum` makes one object " +
    "for each member, knows its name, can be iterated and refuses other values. Printing shows the difference: Go prints the number unless the type has a `String` method.",
  references: [
    { title: "Go: Iota", url: "https://go.dev/ref/spec#Iota" },
    { title: "Effective Go: Constants", url: "https://go.dev/doc/effective_go#constants" },
    { title: "Python: enum", url: "https://docs.python.org/3/library/enum.html" },
  ],
  lower: { go: { Enumeration: enumerationToGo }, python: { Enumeration: enumerationToPython } },
  snippets: [
    {
      language: "go",
      prefix: "enum",
      terms: ["Enum", "IntEnum"],
      description: "A type with constants that count up",
      body: ["type ${1:Color} int", "", "const (", "\t${2:Red} ${1:Color} = iota", "\t${3:Green}", ")"],
    },
    {
      language: "python",
      prefix: "iota",
      terms: ["iota", "const block"],
      description: "An enumeration",
      body: ["class ${1:Color}(Enum):", "    ${2:RED} = auto()", "    ${3:GREEN} = auto()"],
    },
  ],
  examples: [
    {
      title: "Comparing members",
      python: `from enum import Enum


class Color(Enum):
    RED = 1
    GREEN = 2


favourite = Color.GREEN
print(favourite == Color.GREEN, favourite == Color.RED)
`,
      go: `package main

import "fmt"

type Color int

const (
	ColorRed Color = iota + 1
	ColorGreen
)

func main() {
	favourite := ColorGreen
	fmt.Println(favourite == ColorGreen, favourite == ColorRed)
}
`,
    },
  ],
});

function enumerationToGo(node: ir.Enumeration, context: GoLowerContext): readonly goTree.Decl[] {
  const { enumeration } = node.symbol;
  if (enumeration === undefined)
    throw new Untranslatable("enum-values", "The members of this enumeration are not known.");
  const [type, ...others] = enumDeclarations(node, enumeration, context);
  return [documented(type!, node, context.name(node.binding)), ...others];
}

const enumBases: Readonly<Record<ir.Enumeration["flavour"], string>> = {
  plain: "Enum",
  integer: "IntEnum",
  string: "StrEnum",
  flag: "Flag",
};

function enumerationToPython(node: ir.Enumeration, context: PythonLowerContext): readonly pyTree.Statement[] {
  const body: pyTree.Statement[] = node.documentation ? [py.docstring(node.documentation)] : [];
  for (const member of node.members) {
    const made = py.assign(py.name(member.name), context.expression(member.value));
    body.push(member.decoration ? { ...made, ...member.decoration } : made);
  }
  body.push(
    ...node.methods
      .flatMap((method) => context.inner(method, true))
      .map((method) => ({ ...method, blankBefore: true })),
  );
  return [
    py.classDef(context.name(node.binding), body, { bases: [context.imported("enum", enumBases[node.flavour])] }),
  ];
}
