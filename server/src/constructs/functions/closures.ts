import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { functionBody, functionType, type Signature } from "../../lowering/go/functions.ts";
import * as go from "../../lowering/go/syntax.ts";
import { liftFunctionLiteral } from "../../lowering/lift/go-functions.ts";
import { liftLambda } from "../../lowering/lift/python-functions.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { lowerDefinition, parametersOf } from "../../lowering/python/functions.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "closures",
  title: "lambda / function literal",
  summary: "A lambda becomes a `func` literal; a Go literal with more than one expression becomes a nested `def`.",
  explanation:
    "A Python lambda holds one expression; everything longer is a nested `def` with a name. Go's function literals hold any statements, and their " +
    "parameters and results have types. In both languages closures see the variables around them and later changes to them. Since Go 1.22 each round " +
    "of a loop has its own variables; Python's loop variable is one for all rounds, so a closure made in a loop keeps its value as a default (`i=i`).",
  references: [
    { title: "Go: Function literals", url: "https://go.dev/ref/spec#Function_literals" },
    { title: "Python: Lambdas", url: "https://docs.python.org/3/reference/expressions.html#lambda" },
    {
      title: "Why do lambdas defined in a loop all return the same result?",
      url: "https://docs.python.org/3/faq/programming.html#why-do-lambdas-defined-in-a-loop-with-different-values-all-return-the-same-result",
    },
  ],
  python: { Lambda: liftLambda },
  go: { FuncLit: liftFunctionLiteral },
  lower: { go: { Closure: toGo }, python: { Closure: toPython } },
  snippets: [
    {
      language: "go",
      prefix: "lambda",
      terms: ["lambda", "anonymous function"],
      description: "A function literal",
      body: ["func(${1:x} ${2:int}) ${3:int} {", "\treturn ${4:x}", "}"],
    },
  ],
  examples: [
    {
      title: "A function that makes functions",
      python: `from collections.abc import Callable\n\n\ndef adder(amount: int) -> Callable[[int], int]:\n    return lambda value: value + amount\n\n\nadd_two = adder(2)\nprint(add_two(5))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc adder(amount int) func(int) int {\n\treturn func(value int) int {\n\t\treturn value + amount\n\t}\n}\n\nfunc main() {\n\taddTwo := adder(2)\n\tfmt.Println(addTwo(5))\n}\n`,
    },
  ],
});

function toGo(node: ir.Closure, context: GoLowerContext): goTree.Expr {
  const kept = node.parameters.filter((parameter) => parameter.defaultValue);
  for (const { binding, defaultValue } of kept)
    context.emit(go.define(context.name(binding), context.expression(defaultValue!)));
  const signature: Signature = {
    parameters: node.parameters.filter((parameter) => !parameter.defaultValue),
    result: node.result,
    results: node.results,
    fails: node.isInner !== true && context.facts.functionValueFails(node.type),
    several: node.result.kind === "tuple" && node.several === true,
    isGenerator: false,
    isAsync: false,
  };
  const type = functionType(signature, context);
  return { kind: "FuncLit", type, body: functionBody(node.body, signature, [], context), span: { start: 0, end: 0 } };
}

function toPython(node: ir.Closure, context: PythonLowerContext): pyTree.Expression {
  const [only, ...others] = node.body;
  const isExpression =
    node.isAsync !== true &&
    others.length === 0 &&
    (node.keeps ?? []).length === 0 &&
    (node.outer ?? []).length === 0 &&
    (node.results ?? []).length === 0;
  const value =
    only?.kind === "Return" ? only.value : only?.kind === "ExpressionStatement" ? only.expression : undefined;
  if (isExpression && value && !only?.leading && !only?.trailing) {
    const { value: body, emitted } = context.capture(() => {
      const args = parametersOf(node.parameters, false, context);
      return py.lambda(args, context.expression(value));
    });
    if (emitted.length === 0) return body;
  }
  const name = context.fresh("function");
  context.emit(
    lowerDefinition(name, { ...node, isGenerator: false, isAsync: node.isAsync === true }, [], context, node.keeps),
  );
  return py.name(name);
}
