import { typeKey } from "../types/relations.ts";
import type { Type } from "../types/type.ts";
import type { ClassDecl, FunctionDecl, UnitDecls } from "./analysis-declarations.ts";
import type { Entity } from "./infer-context.ts";
import { mapParts } from "./infer-parts.ts";
import type { Expression } from "./tree.ts";

/** A text that two types share exactly when nothing tells them apart, finer than `typeKey`: names of parameters and hints of origin count. */
export function exactKey(type: Type): string {
  switch (type.kind) {
    case "string":
      return type.character ? "char" : "str";
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
export function functionKey(decl: FunctionDecl, decls: UnitDecls): string {
  const text = (node: Expression | undefined): string =>
    node ? decls.unit.text.slice(node.span.start, node.span.end) : "";
  const parameters = decl.parameters.map(
    (p) => `${p.kind}${p.positionalOnly ? "/" : ""} ${p.name}:${text(p.node.annotation)}${p.node.default ? "=" : ""}`,
  );
  return `${decl.id} ${decl.flavour} ${decl.isAsync} ${decl.isGenerator} ${decl.isContextManager} ${decl.isAbstract} (${parameters.join()})${text(decl.node.returns)} ${decl.node.decoratorList.map(text).join()}`;
}

/** What other units can see of a class. */
export function classKey(decl: ClassDecl, decls: UnitDecls): string {
  const text = (node: Expression | undefined): string =>
    node ? decls.unit.text.slice(node.span.start, node.span.end) : "";
  const fields = [...decl.fields.values()].map(
    (field) => `${field.name}:${text(field.annotation)}${field.default ? "=" : ""}${field.inBody}`,
  );
  const methods = [...decl.methods.values(), ...decl.setters.values()].map((method) => functionKey(method, decls));
  return `${decl.id}(${decl.node.bases.map(text).join()};${decl.node.keywords.map((k) => `${k.arg}=${text(k.value)}`).join()})[${decl.node.typeParams.length}]${decl.node.decoratorList.map(text).join()}{${fields.join()}}{${methods.join("\n")}}`;
}

/** A text that identifies what a name stands for, and what can be seen of it. */
export function entityKey(entity: Entity | undefined, keyOf: (decl: FunctionDecl | ClassDecl) => string): string {
  if (entity === undefined) return "";
  switch (entity.kind) {
    case "function":
    case "class":
      return keyOf(entity);
    case "variable":
      return `v ${entity.slot}`;
    default:
      return `${entity.kind} ${entity.path}`;
  }
}
