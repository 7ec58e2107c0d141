import type { ParameterType, Type } from "../types/type.ts";
import type { FunctionDecl } from "./analysis-declarations.ts";
import type { Inference } from "./infer-context.ts";

/** The parameters of a function of the program as types. */
export function functionParameters(inference: Inference, decl: FunctionDecl): ParameterType[] {
  return decl.parameters.map((parameter) => ({
    name: parameter.name,
    type: inference.slot(parameter.slot),
    kind: parameter.kind,
    ...(parameter.node.default && { optional: true }),
  }));
}

/** What calling a function of the program gives. */
export function functionResult(inference: Inference, decl: FunctionDecl): Type {
  if (decl.isGenerator) {
    const source = decl.isContextManager ? "contextmanager" : decl.isAsync ? "async" : "generator";
    return { kind: "iterator", element: inference.slot(decl.yieldSlot), source };
  }
  const result = inference.slot(decl.resultSlot);
  return decl.isAsync ? { kind: "awaitable", result } : result;
}
