import { unknownType } from "../types/build.ts";
import type { FunctionType, ParameterType, Type } from "../types/type.ts";
import type { FunctionDecl } from "./analysis-declarations.ts";
import type { Program } from "./analysis-program.ts";
import { annotationType } from "./infer-annotation.ts";
import type { Entity } from "./infer-context.ts";

/** The type of what a name stands for. */
export function entityType(program: Program, entity: Entity): Type {
  switch (entity.kind) {
    case "function":
      return functionType(program, entity);
    case "class":
      return { kind: "class", instance: program.classInfo(entity).self };
    case "variable":
      return program.slots.value(entity.slot).type;
    case "library-function":
      return entity.overloads[0] ?? unknownType;
    case "library-class":
      return {
        kind: "class",
        instance: annotationType(
          { kind: "Name", id: entity.symbol.name, span: { start: 0, end: 0 } },
          { parse: () => undefined, resolve: () => ({ kind: "path", path: entity.path, symbol: entity.symbol }) },
        ),
      };
    case "library-value":
      return entity.type;
    case "library-module":
    case "program-module":
    case "foreign":
      return { kind: "module", path: entity.path };
    default:
      return unknownType;
  }
}

function parameterTypes(program: Program, decl: FunctionDecl): ParameterType[] {
  return decl.parameters.map((parameter) => ({
    name: parameter.name,
    type: program.slots.value(parameter.slot).type,
    kind: parameter.kind,
    ...(parameter.node.default && { optional: true }),
  }));
}

/** The type of a function of the program as its callers see it. */
export function functionType(program: Program, decl: FunctionDecl): FunctionType {
  const result = resultType(program, decl);
  return {
    kind: "function",
    parameters: parameterTypes(program, decl),
    result: decl.isAsync && !decl.isGenerator ? { kind: "awaitable", result } : result,
  };
}

/** What calling a function of the program gives; for a coroutine, what awaiting it gives. */
export function resultType(program: Program, decl: FunctionDecl): Type {
  if (!decl.isGenerator) return program.slots.value(decl.resultSlot).type;
  const source = decl.isContextManager ? "contextmanager" : decl.isAsync ? "async" : "generator";
  return { kind: "iterator", element: program.slots.value(decl.yieldSlot).type, source };
}
