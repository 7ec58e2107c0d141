import { typeSymbol } from "../types/build.ts";
import type { MethodSignature, TypeSymbol } from "../types/type.ts";
import type { FunctionNode } from "./analysis-api.ts";
import { type Scope, type ScopeTable, buildScopes } from "./bind-scopes.ts";
import { walkOwnExpressions, walkStatements } from "./bind-visit.ts";
import type { Alias, Arg, ClassDef, Expression, PythonUnit, Statement } from "./tree.ts";

export interface ParameterDecl {
  readonly name: string;
  readonly node: Arg;
  readonly kind: "positional" | "keyword" | "variadic" | "keywords";
  /** Cannot be given by name. */
  readonly positionalOnly: boolean;
  /** Names the parameter's type among all solved types. */
  readonly slot: string;
}

export interface FunctionDecl {
  readonly kind: "function";
  readonly id: string;
  readonly name: string;
  readonly module: string;
  readonly node: FunctionNode;
  readonly scope: Scope;
  readonly owner: ClassDecl | undefined;
  readonly flavour: MethodSignature["flavour"] | "function";
  /** `self` and `cls` left out. */
  readonly parameters: readonly ParameterDecl[];
  /** The parameter that stands for the instance or class. */
  readonly receiver: Arg | undefined;
  readonly isGenerator: boolean;
  readonly isAsync: boolean;
  readonly resultSlot: string;
  readonly yieldSlot: string;
  /** Decorators that change what the name means in a way that is not known by name. */
  readonly otherDecorators: readonly Expression[];
  readonly isContextManager: boolean;
  readonly isAbstract: boolean;
  readonly isOverload: boolean;
}

export interface FieldDecl {
  readonly name: string;
  readonly slot: string;
  annotation?: Expression;
  /** The value given in the class body. */
  default?: Expression;
  /** Declared in the class body. */
  inBody: boolean;
  /** A method of the class assigns it to its own object. */
  onInstance: boolean;
}

export interface ClassDecl {
  readonly kind: "class";
  readonly id: string;
  readonly name: string;
  readonly module: string;
  readonly node: ClassDef;
  readonly scope: Scope;
  readonly methods: Map<string, FunctionDecl>;
  /** `@name.setter` functions by the property's name. */
  readonly setters: Map<string, FunctionDecl>;
  readonly fields: Map<string, FieldDecl>;
  readonly isDataclass: boolean;
  readonly symbolKey: string;
}

/** What the text of one unit declares, by itself. */
export interface UnitDecls {
  readonly module: string;
  readonly unit: PythonUnit;
  readonly table: ScopeTable;
  readonly functions: Map<FunctionNode, FunctionDecl>;
  readonly classes: Map<ClassDef, ClassDecl>;
  /** The full path that each imported name stands for. */
  readonly imports: Map<Alias, string>;
  /** The modules of `from module import *`. */
  readonly starImports: string[];
}

const keepingDecorators = new Set([
  "staticmethod",
  "classmethod",
  "property",
  "cached_property",
  "abstractmethod",
  "override",
  "final",
  "wraps",
  "lru_cache",
  "cache",
  "contextmanager",
  "asynccontextmanager",
  "overload",
  "setter",
  "getter",
  "deleter",
  "total_ordering",
  "dataclass",
  "singledispatch",
  "singledispatchmethod",
  "no_type_check",
  "runtime_checkable",
  "unique",
  "typechecked",
  "skip",
  "skipIf",
  "skipUnless",
  "patch",
  "fixture",
  "abstractproperty",
  "coroutine",
]);

/** The last name of a decorator: `lru_cache` for `@functools.lru_cache(maxsize=None)`. */
export function decoratorName(node: Expression): string {
  const head = node.kind === "Call" ? node.func : node;
  return head.kind === "Attribute" ? head.attr : head.kind === "Name" ? head.id : "";
}

/** Reads the declarations of a unit. */
export function declareUnit(module: string, unit: PythonUnit): UnitDecls {
  const table = buildScopes(unit.body);
  const decls: UnitDecls = {
    module,
    unit,
    table,
    functions: new Map(),
    classes: new Map(),
    imports: new Map(),
    starImports: [],
  };
  declareIn(unit.body, undefined, decls, new Map());
  return decls;
}

function declareIn(
  body: readonly Statement[],
  owner: ClassDecl | undefined,
  decls: UnitDecls,
  taken: Map<string, number>,
): void {
  walkStatements(body, (statement) => {
    if (statement.kind === "FunctionDef" || statement.kind === "AsyncFunctionDef") {
      const decl = declareFunction(statement, owner, decls, taken);
      decls.functions.set(statement, decl);
      if (owner) addMethod(owner, decl);
      declareIn(statement.body, undefined, decls, taken);
      return false;
    }
    if (statement.kind === "ClassDef") {
      const decl = declareClass(statement, decls, taken);
      decls.classes.set(statement, decl);
      declareIn(statement.body, decl, decls, taken);
      declareFields(decl);
      return false;
    }
    if (statement.kind === "Import") {
      for (const alias of statement.names)
        decls.imports.set(alias, alias.asname === undefined ? alias.name.split(".")[0]! : alias.name);
    } else if (statement.kind === "ImportFrom") {
      const from = importedModule(decls.module, statement.module, statement.level);
      for (const alias of statement.names) {
        if (alias.name === "*") decls.starImports.push(from);
        else decls.imports.set(alias, from === "" ? alias.name : `${from}.${alias.name}`);
      }
    }
    return true;
  });
}

/** The full name of the module in `from ..name import x`, seen from `module`. */
function importedModule(module: string, name: string | undefined, level: number): string {
  if (level === 0) return name ?? "";
  const packages = module.split(".").slice(0, -level);
  return [...packages, ...(name === undefined ? [] : [name])].join(".");
}

function uniqueId(decls: UnitDecls, scope: Scope, taken: Map<string, number>): string {
  const path = `${decls.module}:${decls.unit.key}:${scope.path}`;
  const count = (taken.get(path) ?? 0) + 1;
  taken.set(path, count);
  return count === 1 ? path : `${path}#${count}`;
}

function addMethod(owner: ClassDecl, decl: FunctionDecl): void {
  const kinds = decl.node.decoratorList.map(decoratorName);
  if (kinds.includes("setter") || kinds.includes("deleter")) {
    if (kinds.includes("setter")) owner.setters.set(decl.name, decl);
    return;
  }
  if (decl.isOverload && owner.methods.has(decl.name)) return;
  owner.methods.set(decl.name, decl);
}

function declareFunction(
  node: FunctionNode,
  owner: ClassDecl | undefined,
  decls: UnitDecls,
  taken: Map<string, number>,
): FunctionDecl {
  const scope = decls.table.scopes.get(node)!;
  const id = uniqueId(decls, scope, taken);
  const decorators = node.decoratorList.map(decoratorName);
  const flavour = owner === undefined ? "function" : flavourOf(node, decorators);
  const positional = [...node.args.posonlyargs, ...node.args.args];
  const hasReceiver = flavour === "instance" || flavour === "class" || flavour === "property";
  const receiver = hasReceiver ? positional[0] : undefined;
  const parameters: ParameterDecl[] = [];
  const add = (arg: Arg, kind: ParameterDecl["kind"], positionalOnly: boolean): void => {
    if (arg !== receiver)
      parameters.push({ name: arg.arg, node: arg, kind, positionalOnly, slot: `${id}(${arg.arg})` });
  };
  for (const arg of node.args.posonlyargs) add(arg, "positional", true);
  for (const arg of node.args.args) add(arg, "positional", false);
  if (node.args.vararg) add(node.args.vararg, "variadic", true);
  for (const arg of node.args.kwonlyargs) add(arg, "keyword", false);
  if (node.args.kwarg) add(node.args.kwarg, "keywords", true);
  let isGenerator = false;
  walkOwnExpressions(node.body, (expression) => {
    if (expression.kind === "Lambda") return false;
    if (expression.kind === "Yield" || expression.kind === "YieldFrom") isGenerator = true;
    return true;
  });
  return {
    kind: "function",
    id,
    name: node.name,
    module: decls.module,
    node,
    scope,
    owner,
    flavour,
    parameters,
    receiver,
    isGenerator,
    isAsync: node.kind === "AsyncFunctionDef",
    resultSlot: `${id}->`,
    yieldSlot: `${id}=>`,
    otherDecorators: node.decoratorList.filter((decorator) => !keepingDecorators.has(decoratorName(decorator))),
    isContextManager: decorators.includes("contextmanager") || decorators.includes("asynccontextmanager"),
    isAbstract: decorators.includes("abstractmethod"),
    isOverload: decorators.includes("overload"),
  };
}

function flavourOf(node: FunctionNode, decorators: readonly string[]): MethodSignature["flavour"] {
  if (decorators.includes("staticmethod")) return "static";
  if (
    decorators.includes("classmethod") ||
    node.name === "__init_subclass__" ||
    node.name === "__class_getitem__" ||
    node.name === "__new__"
  )
    return "class";
  if (
    decorators.some((name) =>
      ["property", "cached_property", "setter", "getter", "deleter", "abstractproperty"].includes(name),
    )
  )
    return "property";
  return "instance";
}

function declareClass(node: ClassDef, decls: UnitDecls, taken: Map<string, number>): ClassDecl {
  const scope = decls.table.scopes.get(node)!;
  const id = uniqueId(decls, scope, taken);
  return {
    kind: "class",
    id,
    name: node.name,
    module: decls.module,
    node,
    scope,
    methods: new Map(),
    setters: new Map(),
    fields: new Map(),
    isDataclass: node.decoratorList.map(decoratorName).includes("dataclass"),
    symbolKey: id,
  };
}

function declareFields(decl: ClassDecl): void {
  const field = (name: string): FieldDecl => {
    let known = decl.fields.get(name);
    if (!known) decl.fields.set(name, (known = { name, slot: `${decl.id}.${name}`, inBody: false, onInstance: false }));
    return known;
  };
  walkStatements(decl.node.body, (statement) => {
    if (statement.kind === "FunctionDef" || statement.kind === "AsyncFunctionDef" || statement.kind === "ClassDef")
      return false;
    if (statement.kind === "AnnAssign" && statement.target.kind === "Name") {
      Object.assign(field(statement.target.id), {
        annotation: statement.annotation,
        inBody: true,
        ...(statement.value && { default: statement.value }),
      });
    } else if (statement.kind === "Assign") {
      const aliased = statement.value.kind === "Name" ? decl.methods.get(statement.value.id) : undefined;
      for (const target of statement.targets) {
        if (aliased && target.kind === "Name") {
          decl.methods.set(target.id, aliased);
          continue;
        }
        for (const name of namesOf(target))
          if (name !== "__slots__")
            Object.assign(field(name), { inBody: true, ...(target.kind === "Name" && { default: statement.value }) });
      }
    }
    return true;
  });
  for (const method of [...decl.methods.values(), ...decl.setters.values()]) {
    const self = method.receiver?.arg;
    if (self !== undefined) declareSelfFields(method.node.body, self, decl, field);
  }
}

function namesOf(target: Expression): string[] {
  if (target.kind === "Name") return [target.id];
  return target.kind === "Tuple" || target.kind === "List" ? target.elts.flatMap(namesOf) : [];
}

function declareSelfFields(
  body: readonly Statement[],
  self: string,
  decl: ClassDecl,
  field: (name: string) => FieldDecl,
): void {
  const target = (node: Expression, annotation?: Expression): void => {
    if (node.kind === "Tuple" || node.kind === "List") node.elts.forEach((part) => target(part));
    if (node.kind === "Starred") target(node.value);
    if (
      node.kind !== "Attribute" ||
      node.value.kind !== "Name" ||
      node.value.id !== self ||
      decl.setters.has(node.attr)
    )
      return;
    const known = field(node.attr);
    known.onInstance = true;
    if (annotation) known.annotation ??= annotation;
  };
  walkStatements(body, (statement) => {
    if (statement.kind === "ClassDef") return false;
    if (statement.kind === "Assign") statement.targets.forEach((part) => target(part));
    else if (statement.kind === "AnnAssign") target(statement.target, statement.annotation);
    else if (statement.kind === "AugAssign") target(statement.target);
    else if (statement.kind === "For" || statement.kind === "AsyncFor") target(statement.target);
    else if (statement.kind === "With" || statement.kind === "AsyncWith")
      for (const item of statement.items) if (item.optionalVars) target(item.optionalVars);
    return true;
  });
}

/** The symbol of a class: one object for each place and form in a program and its later states, so that solved types stay comparable. */
export function symbolFor(decl: ClassDecl, form: TypeSymbol["form"], registry: Map<string, TypeSymbol>): TypeSymbol {
  const key = `${form} ${decl.symbolKey}`;
  let symbol = registry.get(key);
  if (!symbol) registry.set(key, (symbol = typeSymbol(decl.name, "", form)));
  return symbol;
}
