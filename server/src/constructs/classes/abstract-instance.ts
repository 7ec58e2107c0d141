import { expression, text } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import type * as pyTree from "../../python/tree.ts";
import { builtinException } from "../../types/build.ts";
import type { NamedType, TypeSymbol } from "../../types/type.ts";

export default defineConstruct({
  id: "abstract-instance",
  title: "An instance of an abstract class",
  summary: "Calling a class with abstract methods raises a `TypeError`, and so does its translation.",
  explanation:
    "Python notices only when it runs that a class still lacks methods, and raises a `TypeError` then. Go has no abstract classes: a value is put into an interface when the program compiles, or not at all. " +
    "Since the class is known, the translation gives the error where Python would raise it.",
  references: [
    { title: "Python: module abc", url: "https://docs.python.org/3/library/abc.html#abc.abstractmethod" },
    { title: "Go: Interface types", url: "https://go.dev/ref/spec#Interface_types" },
  ],
  refines: {
    python: {
      Expr: (node, context) => refused(node.value, context),
      Assign: (node, context) => refused(node.value, context),
    },
  },
  examples: [
    {
      title: "A class that cannot be instantiated",
      python: `from abc import ABC, abstractmethod


class Shape(ABC):
    def __init__(self, name: str) -> None:
        self.name = name

    @abstractmethod
    def area(self) -> float: ...


class Square(Shape):
    def area(self) -> float:
        return 4.0


try:
    Shape("ghost")
except TypeError:
    print("no shape without an area")
print(Square("square").area())
`,
      go: `package main

import "fmt"

func main() {
	fmt.Println("no shape without an area")
	fmt.Println("4.0")
}
`,
      from: ["python"],
    },
  ],
});

/** The error that a call of an abstract class raises; undefined for everything else. */
function refused(node: pyTree.Expression, context: PythonLiftContext): ir.Raise | undefined {
  if (node.kind !== "Call" || node.func.kind !== "Name") return undefined;
  const type = context.typeOf(node.func);
  if (type.kind !== "class" || type.instance.kind !== "named") return undefined;
  const { symbol } = type.instance;
  const isPlain = [...node.args, ...node.keywords.map(({ value }) => value)].every(
    ({ kind }) => kind === "Constant" || kind === "Name",
  );
  if (symbol.abstract !== true || symbol.module !== "" || !isPlain) return undefined;
  const missing = abstractMethods(symbol, context);
  if (missing === undefined || missing.length === 0) return undefined;
  const noun = missing.length === 1 ? "method" : "methods";
  const message = `Can't instantiate abstract class ${symbol.name} with abstract ${noun} ${missing.join(", ")}`;
  const error = expression("New", typeError(), { arguments: [{ value: text(message) }] });
  return { sort: "statement", kind: "Raise", error };
}

/** The methods that the class and its bases leave open, in the order of the alphabet; undefined where a base is not known. */
function abstractMethods(symbol: TypeSymbol, context: PythonLiftContext): readonly string[] | undefined {
  const open = new Set<string>();
  for (const base of symbol.bases) {
    if (base.kind !== "named" || base.symbol.module !== "") continue;
    const inherited = abstractMethods(base.symbol, context);
    if (inherited === undefined) return undefined;
    inherited.forEach((name) => open.add(name));
  }
  const definition = context.analysis.classOf(symbol);
  if (definition === undefined) return undefined;
  for (const statement of definition.body) {
    if (statement.kind !== "FunctionDef" && statement.kind !== "AsyncFunctionDef") continue;
    if (statement.decoratorList.some(isAbstract)) open.add(statement.name);
    else open.delete(statement.name);
  }
  return [...open].sort();
}

function isAbstract(decorator: pyTree.Expression): boolean {
  const name = decorator.kind === "Attribute" ? decorator.attr : decorator.kind === "Name" ? decorator.id : "";
  return name === "abstractmethod";
}

function typeError(): NamedType {
  const [root, base, own] = ["BaseException", "Exception", "TypeError"].map(builtinException);
  base!.symbol.bases = [root!];
  own!.symbol.bases = [base!];
  return own!;
}
