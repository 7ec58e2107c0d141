import type { ModuleSource, PythonAnalysis } from "./analysis-api.ts";
import { unknownType } from "../types/build.ts";
import { typeSymbol } from "../types/build.ts";

export type * from "./analysis-api.ts";

/**
 * Binds and infers a whole program. `stubs` holds the library's signatures in the syntax of stub files, by module name. A `previous` analysis makes
 * what did not change cheap; the answer is the same as without it. Never throws on bad code.
 */
export function analysePython(
  _modules: readonly ModuleSource[],
  _stubs: Readonly<Record<string, string>>,
  _previous?: PythonAnalysis,
): PythonAnalysis {
  const nothing = { kind: "function", parameters: [], result: unknownType } as const;
  return {
    typeOf: () => unknownType,
    bindingOf: () => undefined,
    symbolOf: (node) => typeSymbol(node.name, "", "record"),
    classOf: () => undefined,
    callOf: () => undefined,
    attributeOf: () => undefined,
    functionFacts: (node) => ({
      parameters: [], result: unknownType, type: nothing, isGenerator: false, isAsync: node.kind === "AsyncFunctionDef", fallsThrough: true,
      canRaise: [], implicitRaises: [], mutatesParameters: [],
    }),
    lambdaType: () => nothing,
    annotationType: () => unknownType,
    lowerBound: () => Number.NEGATIVE_INFINITY,
    undefinedNames: () => [],
  };
}
