import { unknownType } from "../types/build.ts";
import type { FunctionType } from "../types/type.ts";
import type { FunctionFacts, FunctionNode, FunctionParameter } from "./analysis-api.ts";
import type { ClassDecl, FunctionDecl } from "./analysis-declarations.ts";
import { functionType, resultType } from "./analysis-entity-types.ts";
import type { Program } from "./analysis-program.ts";
import { lookUp } from "./bind-scopes.ts";
import type { FunctionEffects } from "./infer-effects.ts";
import { canFallThrough } from "./infer-reach.ts";

/** What is known about a function, given what it was declared as. */
export function factsOf(
  program: Program,
  effects: FunctionEffects,
  node: FunctionNode,
  decl: FunctionDecl | ClassDecl | undefined,
): FunctionFacts {
  if (decl?.kind !== "function") {
    const type: FunctionType = { kind: "function", parameters: [], result: unknownType };
    return {
      parameters: [],
      result: unknownType,
      type,
      isGenerator: false,
      isAsync: node.kind === "AsyncFunctionDef",
      fallsThrough: true,
      canRaise: ["unknown"],
      implicitRaises: [],
      mutatesParameters: [],
    };
  }
  const mutated = effects.mutates(decl);
  const parameters = decl.parameters.map((parameter): FunctionParameter => ({
    name: parameter.name,
    node: parameter.node,
    kind: parameter.kind,
    type: program.slots.value(parameter.slot).type,
    annotated: parameter.node.annotation !== undefined,
    rebound: (lookUp(decl.scope, parameter.name)?.declarations.length ?? 1) > 1,
    mutated: mutated.has(parameter.name),
    ...(parameter.node.default && { default: parameter.node.default }),
  }));
  const { explicit, implicit } = effects.raises(decl);
  return {
    parameters,
    result: resultType(program, decl),
    type: functionType(program, decl),
    isGenerator: decl.isGenerator,
    isAsync: decl.isAsync,
    fallsThrough: canFallThrough(node.body),
    canRaise: explicit,
    implicitRaises: implicit,
    mutatesParameters: [...mutated].sort(),
  };
}
