import { optionalOf } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import { type ClassDecl, type FunctionDecl, decoratorName } from "./analysis-declarations.ts";
import { libraryInstance } from "./infer-annotation.ts";
import type { ClassInfo } from "./infer-context.ts";
import type { PythonLibrary } from "./infer-library.ts";
import type { Expression } from "./tree.ts";

/** What kind of class it is, by its bases. */
export function formOf(
  paths: readonly string[],
  bases: readonly Type[],
  parents: readonly ClassInfo[],
): ClassInfo["form"] {
  const inherited = parents.find((parent) => parent.form === "exception" || parent.form === "enum");
  if (inherited) return inherited.form;
  if (bases.some((base) => base.kind === "named" && base.symbol.form === "exception")) return "exception";
  if (paths.some((path) => path.startsWith("enum."))) return "enum";
  return paths.includes("typing.Protocol") ? "interface" : "record";
}

/** The fields of a class that are the parameters of its constructor, inherited ones first. */
export function constructorFields(decl: ClassDecl, parents: readonly ClassInfo[]) {
  const fields = new Map<string, { name: string; slot: string; hasDefault: boolean; keywordOnly: boolean }>();
  for (const parent of [...parents].reverse())
    for (const field of parent.constructorFields ?? []) fields.set(field.name, field);
  for (const field of decl.fields.values()) {
    if (!field.inBody || field.annotation === undefined || isClassVariable(field.annotation)) continue;
    const call = field.default?.kind === "Call" && decoratorName(field.default) === "field" ? field.default : undefined;
    if (
      call?.keywords.some(
        (keyword) =>
          keyword.arg === "init" &&
          keyword.value.kind === "Constant" &&
          keyword.value.value.type === "bool" &&
          !keyword.value.value.value,
      )
    )
      continue;
    const hasDefault = call
      ? call.keywords.some((keyword) => keyword.arg === "default" || keyword.arg === "default_factory")
      : field.default !== undefined;
    fields.set(field.name, { name: field.name, slot: field.slot, hasDefault, keywordOnly: false });
  }
  return [...fields.values()];
}

function isClassVariable(annotation: Expression): boolean {
  const head = annotation.kind === "Subscript" ? annotation.value : annotation;
  return decoratorName(head) === "ClassVar";
}

/** What `__exit__` is given whatever its annotations say: the class of an exception, the exception, and a traceback. */
export function exitParameterType(decl: FunctionDecl, position: number, library: PythonLibrary): Type | undefined {
  if (decl.owner === undefined || (decl.name !== "__exit__" && decl.name !== "__aexit__")) return undefined;
  if (position > 1 || decl.parameters[position]?.kind !== "positional") return undefined;
  const member = library.member("builtins.BaseException");
  const instance = member?.kind === "library-class" ? libraryInstance(member.path, [], member.symbol) : undefined;
  if (instance === undefined) return undefined;
  return optionalOf(position === 0 ? { kind: "class", instance } : instance);
}
