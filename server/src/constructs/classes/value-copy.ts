import { defineConstruct } from "../../lowering/construct.ts";
import { underlying } from "../../lowering/lift/go-operators.ts";
import type { PythonLowerContext } from "../../lowering/lower-context.ts";
import { definedCollection } from "../../lowering/python/defined-types.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import type { FieldType, Type } from "../../types/type.ts";

export default defineConstruct({
  id: "value-copy",
  title: "Struct and array values / copies",
  summary: "Assigning a struct or array copies it in Go; Python shares the object unless it is copied by name.",
  explanation:
    "A Go variable of struct or array type holds the value itself, so `b := a` makes a second one and a change to `b` does not show in `a`. A Python variable refers to an object, and `b = a` makes a second " +
    "name for it. Where the copy could be told from the original, the translation copies.",
  references: [
    { title: "Go: Value semantics (FAQ)", url: "https://go.dev/doc/faq#pass_by_value" },
    { title: "Python: copy", url: "https://docs.python.org/3/library/copy.html" },
  ],
  lower: { go: { Copy: (node, context) => context.expression(node.operand) }, python: { Copy: copyToPython } },
  examples: [
    {
      title: "A copy of a struct",
      python: `import copy
from dataclasses import dataclass


@dataclass
class Box:
    size: int = 0


first = Box(1)
second = copy.copy(first)
second.size = 2
print(first.size, second.size)
`,
      go: `package main

import "fmt"

type Box struct {
	Size int
}

func main() {
	first := Box{1}
	second := first
	second.Size = 2
	fmt.Println(first.Size, second.Size)
}
`,
      from: ["go"],
    },
  ],
});

/** The parts of a value that Go copies with it: fields that are structs or arrays themselves. */
function copiedFields(type: Type): readonly FieldType[] {
  const struct = underlying(type);
  return struct.kind === "struct" ? struct.fields.filter((field) => isValue(field.type)) : [];
}

/** Whether values of the type are copied when they are assigned. */
function isValue(type: Type): boolean {
  const { kind } = underlying(type);
  return (kind === "struct" && !isForeign(type)) || kind === "array";
}

/** Structs of Go's library, whose counterparts are objects of their own. */
function isForeign(type: Type): boolean {
  return type.kind === "named" && type.symbol.module !== "";
}

function copyToPython(node: ir.Copy, context: PythonLowerContext): pyTree.Expression {
  return copyOf(context.expression(node.operand), node.type, context);
}

/** A copy that shares with the original what Go's copy shares: slices, maps and what pointers refer to, but no struct or array. */
function copyOf(value: pyTree.Expression, type: Type, context: PythonLowerContext): pyTree.Expression {
  const shape = underlying(type);
  if (shape.kind === "array") {
    if (definedCollection(type)) return py.call(context.type(type), [elementsOf(value, shape.element, context)]);
    return elementsOf(value, shape.element, context);
  }
  const fields = copiedFields(type);
  if (fields.length === 0) return py.call(context.imported("copy", "copy"), [value]);
  const whole = value.kind === "Name" || value.kind === "Attribute" ? value : context.temporary("original", value);
  return py.call(
    context.imported("dataclasses", "replace"),
    [whole],
    fields.map((field) => {
      const member = context.member(field.name, type, "field");
      return py.keyword(member, copyOf(py.attribute(whole, member), field.type, context));
    }),
  );
}

function elementsOf(value: pyTree.Expression, element: Type, context: PythonLowerContext): pyTree.Expression {
  if (!isValue(element)) return py.call(py.name("list"), [value]);
  const name = context.fresh("item");
  return py.listComp(copyOf(py.name(name), element, context), [py.comprehension(py.name(name), value)]);
}
