import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { dictOf, iteratorOf, listOf, setOf } from "../../types/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { collectComprehension } from "../../lowering/go/collect.ts";
import { iteratorFunction } from "../../lowering/go/sequences.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";

function clauses(
  generators: readonly pyTree.Comprehension[],
  context: PythonLiftContext,
): readonly ir.ComprehensionClause[] {
  return generators.map((generator) => ({
    iterable: context.expression(generator.iter),
    target: context.target(generator.target),
    conditions: generator.ifs.map((condition) => context.condition(condition)),
    isAsync: generator.isAsync,
  }));
}

function toGo(node: ir.Comprehension, context: GoLowerContext): goTree.Expr {
  return node.result === "iterator"
    ? iteratorFunction(node, context)
    : collectComprehension(node, "result", true, context);
}

function toPython(node: ir.Comprehension, context: PythonLowerContext): pyTree.Expression {
  const generators = node.clauses.map((clause) => {
    const iterable = context.expression(clause.iterable);
    return py.comprehension(
      context.expression(clause.target),
      iterable,
      clause.conditions.map((condition) => context.expression(condition)),
      clause.isAsync,
    );
  });
  const element = context.expression(node.element);
  switch (node.result) {
    case "list":
      return py.listComp(element, generators);
    case "set":
      return py.setComp(element, generators);
    case "dict":
      return py.dictComp(node.key ? context.expression(node.key) : element, element, generators);
    case "iterator":
      return py.generatorExp(element, generators);
  }
}

export default defineConstruct({
  id: "comprehension",
  title: "Comprehension",
  summary: "List, set and dict comprehensions become loops that append to a slice or fill a map.",
  explanation:
    "Go has no comprehensions: a loop with `append` is the idiom, and reading it takes no more than reading the loop in its head. A generator expression that is consumed at once becomes a loop as well; one that is kept " +
    "becomes an iterator function, which `range` accepts since Go 1.23. A comprehension over a dict keeps Python's order of insertion, which Go's maps do not have.",
  references: [
    { title: "Go: Appending to and copying slices", url: "https://go.dev/ref/spec#Appending_and_copying_slices" },
    { title: "Go: For statements with range clause", url: "https://go.dev/ref/spec#For_range" },
    {
      title: "Python: List comprehensions",
      url: "https://docs.python.org/3/tutorial/datastructures.html#list-comprehensions",
    },
  ],
  python: {
    ListComp: (node, context) => {
      const parts = clauses(node.generators, context);
      const type = context.typeOf(node);
      const element = type.kind === "list" ? context.coerced(node.elt, type.element) : context.expression(node.elt);
      return expression(
        "Comprehension",
        type.kind === "list" && type.element.kind !== "unknown" ? type : listOf(element.type),
        { result: "list", element, clauses: parts },
      );
    },
    SetComp: (node, context) => {
      const parts = clauses(node.generators, context);
      const type = context.typeOf(node);
      const element = context.expression(node.elt);
      return expression("Comprehension", type.kind === "set" ? type : setOf(element.type), {
        result: "set",
        element,
        clauses: parts,
      });
    },
    DictComp: (node, context) => {
      const parts = clauses(node.generators, context);
      const type = context.typeOf(node);
      const [key, value] =
        type.kind === "dict"
          ? [context.coerced(node.key, type.key), context.coerced(node.value, type.value)]
          : [context.expression(node.key), context.expression(node.value)];
      return expression("Comprehension", type.kind === "dict" ? type : dictOf(key.type, value.type), {
        result: "dict",
        key,
        element: value,
        clauses: parts,
      });
    },
    GeneratorExp: (node, context) => {
      const parts = clauses(node.generators, context);
      const element = context.expression(node.elt);
      return expression("Comprehension", iteratorOf(element.type, "generator"), {
        result: "iterator",
        element,
        clauses: parts,
      });
    },
  },
  parts: { python: ["comprehension"] },
  lower: { go: { Comprehension: toGo }, python: { Comprehension: toPython } },
  caveats: [
    {
      code: "dict-order",
      severity: "mark",
      message:
        "Python goes through a dict in the order of insertion; Go's order is random. Sort the keys, or keep them in a slice, where the order matters.",
    },
  ],
  snippets: [
    {
      language: "python",
      prefix: "filterlist",
      terms: ["append loop", "filter loop", "slice filter"],
      description: "Keep what passes a test",
      body: ["${1:kept} = [${2:item} for ${2:item} in ${3:items} if ${4:condition}]"],
    },
    {
      language: "python",
      prefix: "maploop",
      terms: ["map[K]V loop", "build a map", "map literal"],
      description: "Make a dict from the elements of something",
      body: ["${1:by_key} = {${2:item}.${3:key}: ${2:item} for ${2:item} in ${4:items}}"],
    },
    {
      language: "python",
      prefix: "distinct",
      terms: ["map[T]struct{}", "set of", "distinct"],
      description: "The distinct values of something",
      body: ["${1:distinct} = {${2:item}.${3:field} for ${2:item} in ${4:items}}"],
    },
    {
      language: "go",
      prefix: "comprehension",
      terms: ["list comprehension", "map", "filter"],
      description: "Collect what passes a test (a list comprehension)",
      body: [
        "${1:result} := make([]${2:int}, 0, len(${3:items}))",
        "for _, ${4:item} := range ${3:items} {",
        "\tif ${5:condition} {",
        "\t\t${1:result} = append(${1:result}, ${6:item})",
        "\t}",
        "}",
        "$0",
      ],
    },
  ],
  examples: [
    {
      title: "Squares of even numbers",
      python:
        "def squares(numbers: list[int]) -> list[int]:\n    return [n * n for n in numbers if n % 2 == 0]\n\n\nprint(len(squares([1, 2, 3, 4])), squares([4])[0])\n",
      go: "func squares(numbers []int) []int {\n\tresult := []int{}\n\tfor _, n := range numbers {\n\t\tif n%2 == 0 {\n\t\t\tresult = append(result, n*n)\n\t\t}\n\t}\n\treturn result\n}\n\nfmt.Println(len(squares([]int{1, 2, 3, 4})), squares([]int{4})[0])\n",
    },
  ],
});
