import { unknownType } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import { decoratorName } from "./analysis-declarations.ts";
import { topKey } from "./analysis-modules.ts";
import type { Program } from "./analysis-program.ts";
import type { Scope } from "./bind-scopes.ts";
import { type AnnotationName, annotationType } from "./infer-annotation.ts";
import type { Entity } from "./infer-context.ts";
import type { Expression } from "./tree.ts";

/** What the names of a program mean where a type is wanted. */
export class AnnotationNames {
  private readonly program: Program;

  constructor(program: Program) {
    this.program = program;
  }

  /** What an annotation means that names this. */
  nameOf(entity: Entity | undefined): AnnotationName {
    switch (entity?.kind) {
      case "class": {
        const info = this.program.classInfo(entity);
        return {
          kind: "type",
          make: (args) =>
            info.self.kind === "named"
              ? { ...info.self, arguments: info.self.arguments.map((_, i) => args[i] ?? unknownType) }
              : info.self,
        };
      }
      case "variable":
        return this.variableAnnotation(entity.module, entity.name);
      case "library-class":
        return { kind: "path", path: entity.path, symbol: entity.symbol };
      case "library-function":
      case "library-module":
      case "form":
      case "foreign":
      case "library-value":
        return { kind: "path", path: entity.path };
      default:
        return { kind: "unknown" };
    }
  }

  /** `T = TypeVar("T")`, `UserId = NewType("UserId", int)`, `Pair = tuple[int, int]`. */
  private variableAnnotation(module: string, name: string): AnnotationName {
    const statement = this.assignmentOf(module, name);
    if (statement === undefined) return { kind: "unknown" };
    const value = statement.value;
    const scope = this.program.modules.get(module)!.parts.find((part) => part.decls.unit.key === topKey)?.decls
      .table.module;
    if (value?.kind === "Call") {
      const made = decoratorName(value.func);
      if (made === "TypeVar" || made === "ParamSpec" || made === "TypeVarTuple")
        return { kind: "type", make: () => ({ kind: "parameter", name }) };
      const base = value.args[1];
      if (made === "NewType" && base && scope)
        return { kind: "type", make: () => annotationType(base, this.program.annotationScope(module, scope)) };
      return { kind: "unknown" };
    }
    if (value === undefined || scope === undefined) return { kind: "unknown" };
    return { kind: "type", make: () => this.aliasType(`${module}.${name}`, value, module, scope) };
  }

  private readonly aliasesInProgress = new Set<string>();

  private aliasType(id: string, value: Expression, module: string, scope: Scope): Type {
    if (this.aliasesInProgress.has(id)) return unknownType;
    this.aliasesInProgress.add(id);
    const type = annotationType(value, this.program.annotationScope(module, scope));
    this.aliasesInProgress.delete(id);
    return type;
  }

  private assignmentOf(module: string, name: string): { value: Expression | undefined } | undefined {
    for (const part of this.program.modules.get(module)?.parts ?? []) {
      if (part.decls.unit.key !== topKey) continue;
      for (const statement of part.decls.unit.body) {
        if (
          statement.kind === "Assign" &&
          statement.targets.some((target) => target.kind === "Name" && target.id === name)
        )
          return { value: statement.value };
        if (statement.kind === "AnnAssign" && statement.target.kind === "Name" && statement.target.id === name)
          return { value: statement.value };
        if (statement.kind === "TypeAlias" && statement.name.kind === "Name" && statement.name.id === name)
          return { value: statement.value };
      }
    }
    return undefined;
  }
}
