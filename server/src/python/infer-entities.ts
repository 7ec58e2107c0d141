import { unknownType } from "../types/build.ts";
import type { FunctionType, Type } from "../types/type.ts";
import type { FunctionDecl } from "./analysis-declarations.ts";
import { functionParameters, functionResult } from "./infer-function-types.ts";
import type { Entity, Inference } from "./infer-context.ts";
import { libraryInstance } from "./infer-annotation.ts";
import type { Expression, Name } from "./tree.ts";

/** The declaration, module or library member that an expression names; undefined for values. */
export function entityOf(inference: Inference, node: Expression): Entity | undefined {
  if (node.kind === "Name") return nameEntity(inference, node);
  if (node.kind !== "Attribute") return undefined;
  const owner = entityOf(inference, node.value);
  switch (owner?.kind) {
    case "program-module":
    case "library-module":
    case "foreign":
      return inference.env.path(`${owner.path}.${node.attr}`);
    case "library-class":
      return inference.env.library.method(owner, node.attr);
    default:
      return undefined;
  }
}

function nameEntity(inference: Inference, node: Name): Entity | undefined {
  const web = inference.binding.webs.get(node);
  if (web === undefined) {
    const name = inference.binding.globals.get(node);
    const entity = name === undefined ? undefined : inference.env.global(inference.module, name);
    return entity?.kind === "variable" ? undefined : entity;
  }
  const [definition] = web.definitions;
  if (web.definitions.length > 1 && !web.definitions.every((other) => other.kind === definition?.kind))
    return undefined;
  const last = web.definitions.at(-1);
  switch (last?.kind) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      return inference.decls.functions.get(last);
    case "ClassDef":
      return inference.decls.classes.get(last);
    case "alias": {
      const path = inference.env.importPath(inference.module, last);
      return path === undefined ? undefined : inference.env.path(path);
    }
    default:
      return undefined;
  }
}

/** The type of a declaration as a value. */
export function entityType(inference: Inference, entity: Entity): Type {
  switch (entity.kind) {
    case "function":
      return functionType(inference, entity);
    case "class":
      return { kind: "class", instance: inference.env.classInfo(entity).self };
    case "variable":
      return inference.slot(entity.slot);
    case "library-function":
      return entity.overloads.length === 1
        ? entity.overloads[0]!
        : { kind: "function", parameters: [{ type: unknownType, kind: "variadic" }], result: unknownType };
    case "library-class":
      return { kind: "class", instance: libraryInstance(entity.path, [], entity.symbol) ?? unknownType };
    case "library-value":
      return entity.type;
    case "library-module":
    case "program-module":
      return { kind: "module", path: entity.path };
    default:
      return unknownType;
  }
}

/** The type of a function of the program as a value. */
export function functionType(inference: Inference, decl: FunctionDecl): FunctionType {
  return { kind: "function", parameters: functionParameters(inference, decl), result: functionResult(inference, decl) };
}
