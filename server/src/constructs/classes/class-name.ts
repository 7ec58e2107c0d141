import { expression, text } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { nameToGo } from "../../lowering/go/class-name.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { stringType } from "../../types/build.ts";

export default defineConstruct({
  id: "class-name",
  title: "The name of a class or function",
  summary: "`type(x).__name__` is written out where the class is known; else Go's runtime tells the name of the type.",
  explanation:
    "Classes and functions of Python are objects that know their names, which programs show in messages and use as keys. Go's types have no value that stands for them; `%T` and package reflect give the name of a value's " +
    "type with its package, and package runtime that of a function. Go programs rarely ask: a method or a constant says what is meant.",
  references: [
    {
      title: "Python: definition.__name__",
      url: "https://docs.python.org/3/library/stdtypes.html#definition.__name__",
    },
    { title: "Go: package reflect", url: "https://pkg.go.dev/reflect#Type" },
    { title: "Go: runtime.FuncForPC", url: "https://pkg.go.dev/runtime#FuncForPC" },
  ],
  refines: { python: { Attribute: liftName } },
  lower: {
    go: { TypeName: nameToGo },
    python: {
      TypeName: (node, context): pyTree.Expression => {
        const operand = context.expression(node.operand);
        return py.attribute(node.of === "class" ? py.call("type", [operand]) : operand, "__name__");
      },
    },
  },
  examples: [
    {
      title: "Which class and which function",
      python: `class Shape:
    def area(self) -> float:
        raise NotImplementedError(f"{type(self).__name__}.area")


class Blob(Shape):
    pass


def double_it(n: int) -> int:
    return n * 2


def square(n: int) -> int:
    return n * n


for shape in [Shape(), Blob()]:
    try:
        print(shape.area())
    except NotImplementedError as error:
        print(error)
for function in [double_it, square]:
    print(function.__name__, function(3))
`,
      go: `package main

import "fmt"

func main() {
	for _, name := range []string{"Shape", "Blob"} {
		fmt.Println(name + ".area")
	}
	fmt.Println("double_it", 6)
	fmt.Println("square", 9)
}
`,
      from: ["python"],
    },
  ],
});

function liftName(node: pyTree.Attribute, context: PythonLiftContext): ir.Expression | undefined {
  if (node.attr !== "__name__" && node.attr !== "__qualname__") return undefined;
  const object = instanceOf(node.value);
  if (object !== undefined && context.analysis.attributeOf(node) === undefined) {
    const operand = context.expression(object);
    return expression("TypeName", stringType, { of: "class", operand });
  }
  if (node.value.kind !== "Name") return undefined;
  const binding = context.analysis.bindingOf(node.value);
  const type = context.typeOf(node.value);
  if (binding?.kind === "type" && type.kind === "class" && type.instance.kind === "named")
    return text(type.instance.symbol.name);
  if (type.kind !== "function") return undefined;
  if (binding?.kind === "function") return text(binding.name);
  return expression("TypeName", stringType, { of: "function", operand: context.expression(node.value) });
}

/** The object in `type(object)` and `object.__class__`. */
function instanceOf(node: pyTree.Expression): pyTree.Expression | undefined {
  if (node.kind === "Attribute") return node.attr === "__class__" ? node.value : undefined;
  const [only] = node.kind === "Call" ? node.args : [];
  return node.kind === "Call" && node.func.kind === "Name" && node.func.id === "type" && node.args.length === 1
    ? only
    : undefined;
}
