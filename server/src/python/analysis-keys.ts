import { detailOf } from "../types/numbers.ts";
import { typeKey } from "../types/relations.ts";
import type { Type } from "../types/type.ts";
import type { ClassDecl, FunctionDecl } from "./analysis-declarations.ts";
import type { Entity } from "./infer-context.ts";
import { mapParts } from "./infer-parts.ts";

/** A text that two types share exactly when nothing tells them apart, finer than `typeKey`: names of parameters and hints of origin count. */
export function exactKey(type: Type): string {
  switch (type.kind) {
    case "string":
      return type.character ? "char" : "str";
    case "int":
    case "float":
      return `${typeKey(type)}${detailOf(type)}`;
    case "named":
      return `${typeKey({ ...type, arguments: [] })}<${type.arguments.map(exactKey).join()}>`;
    case "function":
      return `f(${type.parameters.map((p) => `${p.kind ?? ""} ${p.name ?? ""}${p.optional ? "?" : ""}:${exactKey(p.type)}`).join()})${exactKey(type.result)}`;
    case "tuple":
      return `t(${type.elements.map(exactKey).join()}${type.rest ? `*${exactKey(type.rest)}` : ""})`;
    case "list":
    case "set":
    case "dict":
    case "iterator":
    case "channel":
    case "awaitable":
    case "optional":
    case "union":
    case "class": {
      const parts: string[] = [];
      mapParts(type, (part) => {
        parts.push(exactKey(part));
        return part;
      });
      const detail =
        "source" in type
          ? (type.source ?? "")
          : "variant" in type
            ? (type.variant ?? "")
            : "queue" in type
              ? (type.queue ?? "")
              : "";
      const flag = ("frozen" in type && type.frozen) || ("task" in type && type.task) ? "!" : "";
      return `${type.kind}${detail}${flag}<${parts.join()}>`;
    }
    default:
      return typeKey(type);
  }
}

/** What other units can see of a function: a change elsewhere in its text does not concern them. */
export function functionKey(decl: FunctionDecl): string {
  const parameters = decl.parameters.map(
    (p) => `${p.kind}${p.positionalOnly ? "/" : ""} ${p.name}:${shapeOf(p.node.annotation)}=${shapeOf(p.node.default)}`,
  );
  return `${decl.id} ${decl.flavour} ${decl.isAsync} ${decl.isGenerator} ${decl.isContextManager} ${decl.isAbstract} (${parameters.join()})${shapeOf(decl.node.returns)} ${decl.node.decoratorList.map(shapeOf).join()}`;
}

/** What other units can see of a class. */
export function classKey(decl: ClassDecl): string {
  const fields = [...decl.fields.values()].map(
    (field) => `${field.name}:${shapeOf(field.annotation)}=${shapeOf(field.default)}${field.inBody}`,
  );
  const methods = [...decl.methods.values(), ...decl.setters.values()].map(functionKey);
  return `${decl.id}(${decl.node.bases.map(shapeOf).join()};${decl.node.keywords.map((k) => `${k.arg}=${shapeOf(k.value)}`).join()})[${decl.node.typeParams.length}]${decl.node.decoratorList.map(shapeOf).join()}{${fields.join()}}{${methods.join("\n")}}`;
}

/** A text that two pieces of code share when they say the same, wherever they stand. */
export function shapeOf(value: unknown): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return `[${value.map(shapeOf).join()}]`;
  if (typeof value === "object" && value !== null)
    return `(${Object.entries(value)
      .map(([name, inner]) => (name === "span" ? "" : `${name}:${shapeOf(inner)}`))
      .join(" ")})`;
  return typeof value === "bigint" ? `${value}n` : JSON.stringify(value);
}

/** A text that identifies what a name stands for, and what can be seen of it. */
export function entityKey(
  entity: Entity | undefined,
  keyOf: (decl: FunctionDecl | ClassDecl) => string,
  aliasOf: (module: string, name: string) => string,
): string {
  if (entity === undefined) return "";
  switch (entity.kind) {
    case "function":
    case "class":
      return keyOf(entity);
    case "variable":
      return `v ${entity.slot} ${aliasOf(entity.module, entity.name)}`;
    default:
      return `${entity.kind} ${entity.path}`;
  }
}
