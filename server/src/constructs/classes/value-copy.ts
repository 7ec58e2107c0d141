import { defineConstruct } from "../../lowering/construct.ts";
import type { PythonLowerContext } from "../../lowering/lower-context.ts";
import { definedCollection } from "../../lowering/python/defined-types.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import type { Type } from "../../types/type.ts";

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

/** Whether a shallow copy shares something that Go would have copied: a struct or array inside. */
function isNested(type: Type): boolean {
  const underlying = type.kind === "named" ? type.symbol.underlying : type;
  const parts: readonly Type[] =
    underlying?.kind === "struct"
      ? underlying.fields.map((field) => field.type)
      : underlying?.kind === "array"
        ? [underlying.element]
        : [];
  return parts.some((part) => {
    const inner = part.kind === "named" ? part.symbol.underlying : part;
    return inner?.kind === "struct" || inner?.kind === "array";
  });
}

function copyToPython(node: ir.Copy, context: PythonLowerContext): pyTree.Expression {
  const value = context.expression(node.operand);
  if (isNested(node.type)) return py.call(context.imported("copy", "deepcopy"), [value]);
  if (definedCollection(node.type)) return py.call(context.type(node.type), [value]);
  const underlying = node.type.kind === "named" ? node.type.symbol.underlying : node.type;
  return underlying?.kind === "array"
    ? py.call(py.name("list"), [value])
    : py.call(context.imported("copy", "copy"), [value]);
}
