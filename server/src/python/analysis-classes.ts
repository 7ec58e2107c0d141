import { optionalOf } from "../types/build.ts";
import type { MadeMethods, Type, TypeSymbol } from "../types/type.ts";
import type { ConstructorParameter } from "./analysis-api.ts";
import { type ClassDecl, decoratorName, type FieldDecl, type FunctionDecl } from "./analysis-declarations.ts";
import { enumerationFacts } from "./analysis-enums.ts";
import { libraryInstance } from "./infer-annotation.ts";
import type { ClassInfo, ConstructorField } from "./infer-context.ts";
import type { PythonLibrary } from "./infer-library.ts";
import { findMethod } from "./infer-methods.ts";
import type { Call, Expression } from "./tree.ts";

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

/** The fields of a class that are the parameters of its constructor, inherited ones first and those that are given by name alone last. */
export function constructorFields(
  decl: ClassDecl,
  parents: readonly ClassInfo[],
  isModel: boolean,
): readonly ConstructorField[] {
  const fields = new Map<string, ConstructorField>();
  for (const parent of [...parents].reverse())
    for (const field of parent.constructorFields ?? []) fields.set(field.name, field);
  let keywordOnly = flag(optionsOf(decl), "kw_only") === true;
  for (const field of recordFields(decl)) {
    if (isMarker(field)) {
      keywordOnly = true;
      continue;
    }
    const call = fieldCall(field);
    if (call && flag(call, "init") === false) continue;
    fields.set(field.name, {
      name: field.name,
      slot: field.slot,
      hasDefault: call
        ? defaultOf(call) !== undefined || hasKeyword(call, "default_factory")
        : field.default !== undefined,
      keywordOnly: (call && flag(call, "kw_only")) ?? (keywordOnly || isModel),
      declared: field,
    });
  }
  const all = [...fields.values()];
  return [...all.filter((field) => !field.keywordOnly), ...all.filter((field) => field.keywordOnly)];
}

/** The parameters of the constructor that is made from fields, with what stands for those that are left out; undefined where there is an `__init__`. */
export function constructorParameters(
  info: ClassInfo,
  typeOf: (slot: string) => Type,
): readonly ConstructorParameter[] | undefined {
  if (findMethod(info, "__init__")) return undefined;
  return info.constructorFields?.map((field) => ({
    name: field.name,
    type: typeOf(field.slot),
    keywordOnly: field.keywordOnly,
    initOnly: isInitOnly(field.declared),
    ...fieldDefault(field.declared),
  }));
}

/** Completes the symbol of a class with what its counterpart in another language depends on. */
export function describeClass(symbol: TypeSymbol, info: ClassInfo, derived: readonly ClassInfo[]): void {
  symbol.abstract = [...info.decl.methods.values()].some((method) => method.isAbstract);
  const made = madeMethods(info);
  if (made) symbol.made = made;
  if (info.form === "enum") symbol.enumeration = enumerationFacts(info);
  symbol.comparesInDerived = derived.some(comparesByValue);
  symbol.frozen = isFrozen(info);
}

/** Whether `==` of two objects of the class looks into them. */
function comparesByValue(info: ClassInfo): boolean {
  return findMethod(info, "__eq__") !== undefined || madeMethods(info)?.equality !== undefined;
}

/** Whether objects of the class never change: a frozen dataclass or a named tuple. */
function isFrozen(info: ClassInfo): boolean {
  return info.isNamedTuple || flag(optionsOf(info.decl), "frozen") === true;
}

/** What `@dataclass` and `NamedTuple` make for a class. */
function madeMethods(info: ClassInfo): MadeMethods | undefined {
  const sources = info.lineage.filter((decl) => decl.isDataclass || info.isNamedTuple || info.isModel);
  const [nearest] = sources;
  const isTotal = info.lineage.some((decl) =>
    decl.node.decoratorList.some((node) => decoratorName(node) === "total_ordering"),
  );
  const total = isTotal ? ({ totalOrdering: true } as const) : {};
  if (nearest === undefined) return isTotal ? total : undefined;
  const options = optionsOf(nearest);
  const shown: string[] = [];
  const compared: string[] = [];
  for (const decl of [...sources].reverse()) {
    for (const field of recordFields(decl)) {
      if (isMarker(field) || isInitOnly(field)) continue;
      const call = fieldCall(field);
      if (!shown.includes(field.name) && !(call && flag(call, "repr") === false)) shown.push(field.name);
      if (!compared.includes(field.name) && !(call && flag(call, "compare") === false)) compared.push(field.name);
    }
  }
  const equality = info.isNamedTuple || flag(options, "eq") !== false;
  const order = info.isNamedTuple || flag(options, "order") === true;
  return {
    ...total,
    ...(equality && { equality: compared }),
    ...(order && { order: compared }),
    ...(flag(options, "repr") !== false && !info.isModel && { text: shown }),
  };
}

/** The annotated attributes of the class body, which are the fields of a dataclass. */
function recordFields(decl: ClassDecl): readonly FieldDecl[] {
  return [...decl.fields.values()].filter(
    (field) => field.inBody && field.annotation !== undefined && !isNamed(field.annotation, "ClassVar"),
  );
}

/** Whether the class body gives the attribute to the class: it has a value, and is no field of a dataclass. */
export function isClassLevel(
  decl: ClassDecl,
  field: FieldDecl,
  { isNamedTuple, isModel }: Pick<ClassInfo, "isNamedTuple" | "isModel">,
): boolean {
  if (!field.inBody || (isModel && field.name === "model_config")) return false;
  if (field.annotation === undefined || isNamed(field.annotation, "ClassVar")) return true;
  return field.default !== undefined && !decl.isDataclass && !isNamedTuple && !isModel;
}

/** `_: KW_ONLY` */
function isMarker(field: FieldDecl): boolean {
  return field.annotation !== undefined && isNamed(field.annotation, "KW_ONLY");
}

/** A parameter of the constructor that `__post_init__` gets and no field keeps. */
function isInitOnly(field: FieldDecl): boolean {
  return field.annotation !== undefined && isNamed(field.annotation, "InitVar");
}

/** The value of a field that is left out, or the function that makes it. */
function fieldDefault(field: FieldDecl): Pick<ConstructorParameter, "default" | "factory"> {
  const call = fieldCall(field);
  if (call === undefined) return field.default ? { default: field.default } : {};
  const keyword = (name: string): Expression | undefined =>
    call.keywords.find((candidate) => candidate.arg === name)?.value;
  const [value, factory] = [defaultOf(call), keyword("default_factory")];
  return { ...(value && { default: value }), ...(factory && { factory }) };
}

/** The call of `field` of dataclasses, or of `Field` of pydantic, that describes the field. */
function fieldCall(field: FieldDecl): Call | undefined {
  const name = field.default?.kind === "Call" ? decoratorName(field.default) : undefined;
  return field.default?.kind === "Call" && (name === "field" || name === "Field") ? field.default : undefined;
}

/** The default that the call of `field` or `Field` names; pydantic's may stand first, where `...` says that there is none. */
function defaultOf(call: Call): Expression | undefined {
  const value = call.keywords.find((candidate) => candidate.arg === "default")?.value ?? call.args[0];
  return value?.kind === "Constant" && value.value.type === "Ellipsis" ? undefined : value;
}

function optionsOf(decl: ClassDecl): Call | undefined {
  return decl.node.decoratorList.find(
    (decorator): decorator is Call => decorator.kind === "Call" && decoratorName(decorator) === "dataclass",
  );
}

function hasKeyword(call: Call, name: string): boolean {
  return call.keywords.some((keyword) => keyword.arg === name);
}

/** The boolean that is given by name; undefined where none is written. */
function flag(call: Call | undefined, name: string): boolean | undefined {
  const value = call?.keywords.find((keyword) => keyword.arg === name)?.value;
  return value?.kind === "Constant" && value.value.type === "bool" ? value.value.value : undefined;
}

function isNamed(annotation: Expression, name: string): boolean {
  const head = annotation.kind === "Subscript" ? annotation.value : annotation;
  return decoratorName(head) === name;
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
