import { optionalOf, unknownType } from "../types/build.ts";
import type { Type, TypeParameterType, TypeSymbol } from "../types/type.ts";
import type { ModuleSource } from "./analysis-api.ts";
import { type ClassDecl, type FunctionDecl, type UnitDecls, declareUnit, symbolFor } from "./analysis-declarations.ts";
import { AnnotationNames } from "./analysis-annotation-names.ts";
import { constructorFields, exitParameterType, formOf } from "./analysis-classes.ts";
import { examplesOf } from "./analysis-examples.ts";
import { aliasShapes } from "./analysis-face.ts";
import {
  type Part,
  type ProgramMemory,
  type ProgramModule,
  analysisUnits,
  bindModule,
  isSameUnit,
  partId,
} from "./analysis-modules.ts";
import { type SlotDeclaration, SlotTable } from "./analysis-slots.ts";
import { classKey, entityKey, functionKey } from "./analysis-keys.ts";
import { type Scope, lookUp } from "./bind-scopes.ts";
import { type AnnotationName, type AnnotationScope, annotationType, dottedName } from "./infer-annotation.ts";
import type { ClassInfo, Entity } from "./infer-context.ts";
import type { PythonLibrary } from "./infer-library.ts";
import { mapParts } from "./infer-parts.ts";
import type { Alias, Expression, PythonUnit, Statement } from "./tree.ts";

/** All modules of a program: what their names stand for, and the solved types of what several units speak of. */
export class Program {
  readonly library: PythonLibrary;
  readonly modules = new Map<string, ProgramModule>();
  readonly parts: Part[] = [];
  readonly memory: ProgramMemory;
  readonly functions = new Map<string, FunctionDecl>();
  readonly classes = new Map<string, ClassDecl>();
  private readonly declsOf = new Map<FunctionDecl | ClassDecl, UnitDecls>();
  private readonly keys = new WeakMap<FunctionDecl | ClassDecl, string>();
  private readonly slotDeclarations = new Map<string, () => SlotDeclaration>();
  private readonly examples = new Map<string, Type>();
  private readonly annotations = new AnnotationNames(this);
  readonly slots = new SlotTable(
    (id) => this.slotDeclaration(id),
    (id) => this.examples.get(id),
  );
  private readonly infos = new Map<ClassDecl, ClassInfo>();
  private readonly classBySymbol = new Map<TypeSymbol, ClassDecl>();
  private readonly attributeOwners = new Map<string, Map<string, ClassDecl>>();

  constructor(modules: readonly ModuleSource[], library: PythonLibrary, previous: ProgramMemory | undefined) {
    this.library = library;
    this.memory = { parts: new Map(), symbols: new Map(previous?.symbols) };
    const imported = new Set<string>();
    const declared = modules.map((source) => ({
      source,
      units: analysisUnits(source).map((unit) => this.declare(source.name, unit, previous)),
    }));
    for (const { units } of declared) {
      for (const decls of units) {
        for (const path of [...decls.imports.values(), ...decls.starImports])
          for (let head = path; head !== ""; head = parentPath(head)) imported.add(head);
      }
    }
    for (const { source, units } of declared) {
      const module = bindModule(source.name, units, imported.has(source.name), previous, this.memory);
      this.modules.set(source.name, module);
      this.parts.push(...module.parts);
    }
    for (const part of this.parts) this.register(part.decls);
  }

  private declare(module: string, unit: PythonUnit, previous: ProgramMemory | undefined): UnitDecls {
    const known = previous?.parts.get(partId(module, unit.key))?.decls;
    return known && isSameUnit(known.unit, unit) ? known : declareUnit(module, unit);
  }

  /** Puts a part with the same face in the place of another: nothing else of the program can tell. */
  replace(before: Part, after: Part): void {
    const module = this.modules.get(after.decls.module)!;
    for (const parts of [this.parts, module.parts]) parts[parts.indexOf(before)] = after;
    this.memory.parts.set(after.id, after);
    const decls = [...before.decls.functions.values(), ...before.decls.classes.values()];
    for (const decl of decls) this.declsOf.delete(decl);
    const stale = new Set<ClassDecl>(before.decls.classes.values());
    for (const [decl, info] of stale.size > 0 ? this.infos : [])
      if (info.lineage.some((one) => stale.has(one))) this.infos.delete(decl);
    this.register(after.decls);
    const entities = new Map<Entity, Entity>(
      [...after.decls.functions.values(), ...after.decls.classes.values()].map((decl, i) => [decls[i]!, decl]),
    );
    for (const [name, { annotation }] of after.decls.table.module.variables) {
      const entity = entities.get(module.globals.get(name)!);
      if (entity) module.globals.set(name, entity);
      const known = before.decls.table.module.variables.get(name)?.annotation;
      if (annotation && module.annotations.get(name) === known) module.annotations.set(name, annotation);
    }
    for (const decl of after.decls.classes.values()) this.classInfo(decl);
  }

  private register(decls: UnitDecls): void {
    for (const decl of decls.functions.values()) {
      this.functions.set(decl.id, decl);
      this.declsOf.set(decl, decls);
      this.registerFunction(decl);
    }
    for (const decl of decls.classes.values()) {
      this.classes.set(decl.id, decl);
      this.declsOf.set(decl, decls);
      for (const field of decl.fields.values()) {
        this.slotDeclarations.set(field.slot, () => ({
          declared: field.annotation
            ? this.declaredIn(decls, decl.scope, field.annotation, this.classInfo(decl).self)
            : unknownType,
          isParameter: false,
        }));
      }
      for (const attribute of [...decl.fields.keys(), ...decl.methods.keys()]) {
        const owners = this.attributeOwners.get(attribute);
        if (owners) owners.set(decl.id, decl);
        else this.attributeOwners.set(attribute, new Map([[decl.id, decl]]));
      }
    }
  }

  private registerFunction(decl: FunctionDecl): void {
    const decls = this.declsOf.get(decl)!;
    const annotated = (annotation: Expression | undefined): Type =>
      annotation
        ? this.declaredIn(decls, decl.scope, annotation, decl.owner && this.classInfo(decl.owner).self)
        : unknownType;
    for (const [position, parameter] of decl.parameters.entries()) {
      this.slotDeclarations.set(parameter.slot, () => {
        const declared = exitParameterType(decl, position, this.library) ?? annotated(parameter.node.annotation);
        const isNone = parameter.node.default?.kind === "Constant" && parameter.node.default.value.type === "None";
        return { declared: isNone && declared.kind !== "unknown" ? optionalOf(declared) : declared, isParameter: true };
      });
    }
    this.slotDeclarations.set(decl.resultSlot, () => ({
      declared: decl.isGenerator ? unknownType : annotated(decl.node.returns),
      isParameter: false,
    }));
    this.slotDeclarations.set(decl.yieldSlot, () => {
      const declared = annotated(decl.node.returns);
      return { declared: declared.kind === "iterator" ? declared.element : unknownType, isParameter: false };
    });
    for (const [slot, type] of examplesOf(decl)) this.examples.set(slot, type);
  }

  private declaredIn(decls: UnitDecls, scope: Scope, annotation: Expression, self: Type | undefined): Type {
    return annotationType(annotation, this.annotationScope(decls.module, scope, self));
  }

  /** What annotations in a scope of a module may name. */
  annotationScope(module: string, scope: Scope, self?: Type, note: (name: string) => void = () => {}): AnnotationScope {
    return {
      ...(self && { self }),
      parse: (text) => this.library.parseExpression(text),
      resolve: (name): AnnotationName => {
        const [head, ...rest] = name.split(".");
        const local = lookUp(scope, head!);
        const [declaration] = local?.declarations ?? [];
        if (
          local &&
          rest.length === 0 &&
          (declaration?.kind === "TypeVar" || declaration?.kind === "ParamSpec" || declaration?.kind === "TypeVarTuple")
        ) {
          return { kind: "type", make: () => ({ kind: "parameter", name: head! }) };
        }
        // The scope of a class ends where its methods begin, but its type parameters go on.
        if (rest.length === 0 && self?.kind === "named") {
          const own = self.symbol.typeParameters.find((parameter) => parameter.name === head);
          if (own) return { kind: "type", make: () => own };
        }
        const nested = declaration?.kind === "ClassDef" ? this.nestedClass(declaration) : undefined;
        note(head!);
        const entity = nested && rest.length === 0 ? nested : this.entityAt(module, scope, head!, rest);
        return this.annotations.nameOf(entity);
      },
    };
  }

  private nestedClass(node: Extract<Statement, { kind: "ClassDef" }>): ClassDecl | undefined {
    for (const part of this.parts) {
      const decl = part.decls.classes.get(node);
      if (decl) return decl;
    }
    return undefined;
  }

  private entityAt(module: string, scope: Scope, head: string, rest: readonly string[]): Entity | undefined {
    const local = lookUp(scope, head);
    const alias = local?.declarations.find((node): node is Alias => node.kind === "alias");
    const path = alias && this.importPath(module, alias);
    let entity = path === undefined ? this.global(module, head) : this.path(path);
    for (const name of rest) {
      if (entity === undefined) return undefined;
      if (entity.kind === "class") {
        const inner: Statement | undefined = entity.node.body.find(
          (statement) => statement.kind === "ClassDef" && statement.name === name,
        );
        entity = inner?.kind === "ClassDef" ? this.nestedClass(inner) : undefined;
      } else entity = "path" in entity ? this.path(`${entity.path}.${name}`) : undefined;
    }
    return entity;
  }

  // Names.

  global(module: string, name: string): Entity | undefined {
    const found = this.modules.get(module);
    const direct = found?.globals.get(name);
    if (direct) return direct;
    const alias = found?.aliases.get(name);
    if (alias !== undefined) return this.path(alias);
    for (const star of found?.starImports ?? []) {
      const entity = this.path(`${star}.${name}`);
      if (entity && entity.kind !== "foreign") return entity;
    }
    return this.library.member(`builtins.${name}`);
  }

  private readonly pathsInProgress = new Set<string>();

  path(path: string): Entity | undefined {
    if (this.modules.has(path)) return { kind: "program-module", path };
    const [head, name] = [parentPath(path), path.slice(path.lastIndexOf(".") + 1)];
    const module = this.modules.get(head);
    if (module) {
      if (this.pathsInProgress.has(path)) return undefined;
      this.pathsInProgress.add(path);
      const direct = module.globals.get(name);
      const alias = module.aliases.get(name);
      const entity = direct ?? (alias === undefined ? undefined : this.path(alias));
      this.pathsInProgress.delete(path);
      return entity;
    }
    if ([...this.modules.keys()].some((known) => known.startsWith(`${path}.`))) return { kind: "program-module", path };
    return this.library.member(path) ?? { kind: "foreign", path };
  }

  importPath(module: string, alias: Alias): string | undefined {
    for (const part of this.modules.get(module)?.parts ?? []) {
      const path = part.decls.imports.get(alias);
      if (path !== undefined) return path;
    }
    return undefined;
  }

  keyOf(decl: FunctionDecl | ClassDecl): string {
    let key = this.keys.get(decl);
    if (key === undefined) {
      key = decl.kind === "class" ? classKey(decl) : functionKey(decl);
      this.keys.set(decl, key);
    }
    return key;
  }

  /** A text that identifies what a name stands for, and what can be seen of it. */
  entityKey(entity: Entity | undefined): string {
    const aliasOf = (module: string, name: string): string => {
      const top = this.modules.get(module)?.parts.at(-1)?.decls;
      return (top && aliasShapes(top).get(name)) ?? "";
    };
    return entityKey(entity, (decl) => this.keyOf(decl), aliasOf);
  }

  // Classes.

  classInfo(decl: ClassDecl): ClassInfo {
    let info = this.infos.get(decl);
    if (!info) {
      // A class that inherits from itself by mistake sees itself without bases.
      this.infos.set(decl, this.makeInfo(decl, []));
      this.infos.set(decl, (info = this.makeInfo(decl, this.baseTypes(decl))));
    }
    return info;
  }

  private baseTypes(decl: ClassDecl): Type[] {
    const decls = this.declsOf.get(decl)!;
    return decl.node.bases.map((base) => this.declaredIn(decls, decl.scope, base, undefined));
  }

  private basePaths(decl: ClassDecl): string[] {
    return decl.node.bases.flatMap((base) => {
      const name = dottedName(base.kind === "Subscript" ? base.value : base);
      if (name === undefined) return [];
      const [head, ...rest] = name.split(".");
      const entity = this.entityAt(decl.module, decl.scope.parent ?? decl.scope, head!, rest);
      return entity && "path" in entity ? [entity.path] : [];
    });
  }

  private makeInfo(decl: ClassDecl, bases: readonly Type[]): ClassInfo {
    const paths = this.basePaths(decl);
    const parents = bases.flatMap((base) => {
      const parent = base.kind === "named" ? this.classBySymbol.get(base.symbol) : undefined;
      return parent && parent !== decl ? [this.classInfo(parent)] : [];
    });
    const libraryBases = [
      ...bases.filter(
        (base) =>
          !(base.kind === "named" && this.classBySymbol.has(base.symbol)) &&
          base.kind !== "unknown" &&
          base.kind !== "any",
      ),
      ...parents.flatMap((parent) => parent.libraryBases),
    ];
    const form = formOf(paths, bases, parents);
    const symbol = symbolFor(decl, form, this.memory.symbols);
    this.classBySymbol.set(symbol, decl);
    symbol.typeParameters = this.typeParametersOf(decl);
    const self: Type = { kind: "named", symbol, arguments: symbol.typeParameters };
    const lineage = [decl, ...parents.flatMap((parent) => parent.lineage)].filter(
      (one, i, all) => all.indexOf(one) === i,
    );
    const isNamedTuple = paths.includes("typing.NamedTuple");
    const isTypedDict = paths.includes("typing.TypedDict") || parents.some((parent) => parent.isTypedDict);
    const isModel = paths.includes("pydantic.BaseModel") || parents.some((parent) => parent.isModel);
    // A model repeats the fields of the models that it inherits from: what reads and checks it goes by its own list.
    symbol.bases = (isModel ? libraryBases : bases).filter((base) => base.kind === "named");
    const isRecord =
      decl.isDataclass ||
      isNamedTuple ||
      isTypedDict ||
      isModel ||
      parents.some((parent) => parent.constructorFields && !decl.methods.has("__init__"));
    return {
      decl,
      self,
      lineage,
      libraryBases,
      form,
      isNamedTuple,
      isModel,
      isTypedDict,
      constructorFields: isRecord ? constructorFields(decl, parents, isModel) : undefined,
    };
  }

  private typeParametersOf(decl: ClassDecl): TypeParameterType[] {
    const own = decl.node.typeParams.flatMap((param): TypeParameterType[] =>
      param.kind === "Invalid" ? [] : [{ kind: "parameter", name: param.name }],
    );
    if (own.length > 0) return own;
    const found: TypeParameterType[] = [];
    const add = (type: Type): Type => {
      if (type.kind === "parameter" && !found.some((other) => other.name === type.name)) found.push(type);
      else mapParts(type, add);
      return type;
    };
    for (const base of decl.node.bases) {
      if (base.kind !== "Subscript") continue;
      const decls = this.declsOf.get(decl)!;
      for (const argument of base.slice.kind === "Tuple" ? base.slice.elts : [base.slice])
        add(this.declaredIn(decls, decl.scope, argument, undefined));
    }
    return found;
  }

  classOfType(type: Type): ClassInfo | undefined {
    const decl = type.kind === "named" ? this.classBySymbol.get(type.symbol) : undefined;
    return decl && this.classInfo(decl);
  }

  /** The class that a symbol was declared by, once its type has been asked for. */
  classOfSymbol(symbol: TypeSymbol): ClassDecl | undefined {
    return this.classBySymbol.get(symbol);
  }

  classesWith(attribute: string): readonly ClassInfo[] {
    return [...(this.attributeOwners.get(attribute)?.values() ?? [])].map((decl) => this.classInfo(decl));
  }

  /** The classes that inherit from this one, directly or not. */
  derivedFrom(decl: ClassDecl): readonly ClassInfo[] {
    const infos = [...this.classes.values()].map((other) => this.classInfo(other));
    return infos.filter((info) => info.decl !== decl && info.lineage.includes(decl));
  }

  /** The methods of derived classes that stand in for a method, in the order of the program. */
  overridesOf(decl: FunctionDecl): readonly FunctionDecl[] {
    if (!decl.owner || decl.name === "__init__") return [];
    return [...(this.attributeOwners.get(decl.name)?.values() ?? [])].flatMap((owner) => {
      const method = owner === decl.owner ? undefined : owner.methods.get(decl.name);
      return method && this.classInfo(owner).lineage.includes(decl.owner!) ? [method] : [];
    });
  }

  // Solved types.

  private slotDeclaration(id: string): SlotDeclaration {
    return this.slotDeclarations.get(id)?.() ?? { declared: this.globalDeclaration(id), isParameter: false };
  }

  private globalDeclaration(id: string): Type {
    const [moduleName, name] = [parentPath(id), id.slice(id.lastIndexOf(".") + 1)];
    const module = this.modules.get(moduleName);
    const annotation = module?.annotations.get(name);
    const part = module?.parts.find(
      (candidate) => candidate.decls.table.module.variables.get(name)?.annotation !== undefined,
    );
    return annotation && part
      ? this.declaredIn(part.decls, part.decls.table.module, annotation, undefined)
      : unknownType;
  }

  /** What the examples in a docstring show that a function gives. */
  exampleResult(slot: string): Type | undefined {
    return this.examples.get(slot);
  }
}

function parentPath(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf(".")));
}
