import { unknownType } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import type { ClassDecl, FunctionDecl } from "./analysis-declarations.ts";
import type { ClassInfo, Inference } from "./infer-context.ts";
import type { LibraryClass, LibraryMember } from "./infer-library.ts";
import type { Substitution } from "./infer-signatures.ts";

/** The method of a class of the program, its bases included. */
export function findMethod(info: ClassInfo, name: string): FunctionDecl | undefined {
  for (const decl of info.lineage) {
    const method = decl.methods.get(name);
    if (method) return method;
  }
  return undefined;
}

/** The field of a class of the program, its bases included. */
export function findField(
  info: ClassInfo,
  name: string,
): { owner: ClassDecl; slot: string; inBody: boolean } | undefined {
  for (const decl of info.lineage) {
    const field = decl.fields.get(name);
    if (field) return { owner: decl, slot: field.slot, inBody: field.inBody };
  }
  return undefined;
}

/** The class of the library that describes values of a type, and what its type parameters stand for there. */
export function libraryClassOf(
  inference: Inference,
  type: Type,
): { owner: LibraryClass; substitution: Substitution } | undefined {
  const [path, args] = libraryPath(type);
  if (path === undefined) return undefined;
  const member = inference.env.library.member(path);
  if (member?.kind !== "library-class") return undefined;
  const names =
    type.kind === "named"
      ? type.symbol.typeParameters.map((parameter) => parameter.name)
      : type.kind === "dict"
        ? ["K", "V"]
        : ["T"];
  return { owner: member, substitution: new Map(names.map((name, i) => [name, args[i] ?? unknownType])) };
}

function libraryPath(type: Type): [string | undefined, readonly Type[]] {
  switch (type.kind) {
    case "string":
      return ["builtins.str", []];
    case "int":
    case "float":
    case "bool":
    case "complex":
      return [`builtins.${type.kind}`, []];
    case "bytes":
      return [type.mutable ? "builtins.bytearray" : "builtins.bytes", []];
    case "list":
      return [type.variant === "deque" ? "collections.deque" : "builtins.list", [type.element]];
    case "set":
      return [type.frozen ? "builtins.frozenset" : "builtins.set", [type.element]];
    case "dict": {
      const path = {
        defaultdict: "collections.defaultdict",
        counter: "collections.Counter",
        ordered: "collections.OrderedDict",
      };
      return [type.variant ? path[type.variant] : "builtins.dict", [type.key, type.value]];
    }
    case "tuple":
      return ["builtins.tuple", [type.rest ?? type.elements[0] ?? unknownType]];
    case "iterator":
      return [
        type.source === "generator"
          ? "builtins.generator"
          : type.source === "range"
            ? "builtins.range_object"
            : "builtins.iterator",
        [type.element],
      ];
    case "awaitable":
      return ["asyncio.Task", [type.result]];
    case "channel":
      return [type.queue ?? "queue.Queue", [type.element]];
    case "named":
      return [`${type.symbol.module}.${type.symbol.name}`, type.arguments];
    default:
      return [undefined, []];
  }
}

/** A method or attribute of a builtin or library type. */
export function libraryMember(
  inference: Inference,
  type: Type,
  name: string,
): { member: LibraryMember; owner: LibraryClass; substitution: Substitution } | undefined {
  const found = libraryClassOf(inference, type);
  const member = found && inference.env.library.method(found.owner, name);
  return found && member && { member, ...found };
}

/** What the type parameters of a class stand for in a value of it. */
export function receiverSubstitution(info: ClassInfo, receiver: Type): Substitution {
  const substitution: Substitution = new Map();
  if (receiver.kind === "named" && info.self.kind === "named") {
    info.self.arguments.forEach((parameter, i) => {
      if (parameter.kind === "parameter") substitution.set(parameter.name, receiver.arguments[i] ?? parameter);
    });
  }
  return substitution;
}
