import { unknownType } from "../types/build.ts";
import { join } from "../types/relations.ts";
import type { Type } from "../types/type.ts";
import type { FunctionDecl } from "./analysis-declarations.ts";
import { exampleCalls, exampleValues } from "./infer-doctest.ts";

const known = new WeakMap<FunctionDecl, ReadonlyMap<string, Type>>();

/** What the examples in the docstring of a function show of its parameters and its result, by slot. */
export function examplesOf(decl: FunctionDecl): ReadonlyMap<string, Type> {
  let examples = known.get(decl);
  if (!examples) known.set(decl, (examples = readExamples(decl)));
  return examples;
}

function readExamples(decl: FunctionDecl): ReadonlyMap<string, Type> {
  const examples = new Map<string, Type>();
  const learn = (slot: string, type: Type): void =>
    void examples.set(slot, join(examples.get(slot) ?? unknownType, type));
  const calls = exampleCalls(decl.node);
  for (const parameter of decl.parameters) {
    if (calls.length === 0 && parameter.kind === "positional" && parameter.node.annotation === undefined)
      for (const type of exampleValues(decl.node, parameter.name)) learn(parameter.slot, type);
  }
  for (const example of calls) {
    const positional = decl.parameters.filter((parameter) => parameter.kind === "positional");
    const variadic = decl.parameters.find((parameter) => parameter.kind === "variadic");
    example.positional.forEach((type, i) => {
      const target = positional[i] ?? variadic;
      if (target) learn(target.slot, type);
    });
    for (const [name, type] of example.keywords) {
      const target = decl.parameters.find((parameter) => parameter.name === name);
      if (target) learn(target.slot, type);
    }
    if (example.result) learn(decl.resultSlot, example.result);
  }
  return examples;
}
