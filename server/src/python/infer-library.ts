import { anyType, typeSymbol, unknownType } from "../types/build.ts";
import type { FunctionType, ParameterType, Type, TypeParameterType, TypeSymbol } from "../types/type.ts";
import {
  type AnnotationName,
  type AnnotationScope,
  annotationType,
  hasLatticeForm,
  libraryInstance,
} from "./infer-annotation.ts";
import type { ClassDef, Expression, FunctionDef, Statement, AsyncFunctionDef } from "./tree.ts";

/** A function of the library: one signature, or several to choose from. */
export interface LibraryFunction {
  readonly kind: "library-function";
  readonly path: string;
  readonly overloads: readonly FunctionType[];
  readonly isProperty: boolean;
  readonly flavour: "function" | "instance" | "class" | "static" | "property";
}

/** A class of the library. */
export interface LibraryClass {
  readonly kind: "library-class";
  readonly path: string;
  readonly symbol: TypeSymbol;
  readonly node: ClassDef;
  readonly module: string;
}

export type LibraryMember =
  | LibraryFunction
  | LibraryClass
  | { readonly kind: "library-value"; readonly path: string; readonly type: Type }
  | { readonly kind: "library-module"; readonly path: string }
  | { readonly kind: "form"; readonly path: string };

interface StubModule {
  readonly path: string;
  readonly members: Map<string, readonly Statement[]>;
  /** Names imported from elsewhere: the path they stand for. */
  readonly imports: Map<string, string>;
}

/** The names that annotations use without a declaration in a stub. */
const formModules = ["typing", "typing_extensions", "collections.abc", "numbers"];

/** Signatures of Python's library, read from stubs when they are first asked for. */
export class PythonLibrary {
  private readonly stubs: Readonly<Record<string, string>>;
  private readonly read: (text: string) => readonly Statement[];
  private readonly modules = new Map<string, StubModule | undefined>();
  private readonly memberCache = new Map<string, LibraryMember | undefined>();
  private readonly methodCache = new Map<string, LibraryMember | undefined>();
  private readonly expressions = new Map<string, Expression | undefined>();

  /** `stubs` holds the text of each module in the syntax of stub files; `read` reads Python statements. */
  constructor(stubs: Readonly<Record<string, string>>, read: (text: string) => readonly Statement[]) {
    this.stubs = stubs;
    this.read = read;
  }

  /** Reads one expression, such as an annotation in quotes; undefined where the text is none. */
  parseExpression(text: string): Expression | undefined {
    if (!this.expressions.has(text)) {
      const [statement] = text.length > 2000 ? [] : this.read(`(${text.trim()})`);
      this.expressions.set(
        text,
        statement?.kind === "Expr" && statement.value.kind !== "Invalid" ? statement.value : undefined,
      );
    }
    return this.expressions.get(text);
  }

  /** Whether the module is known, or a package that holds known ones. */
  hasModule(path: string): boolean {
    return (
      path in this.stubs ||
      formModules.includes(path) ||
      Object.keys(this.stubs).some((name) => name.startsWith(`${path}.`))
    );
  }

  private module(path: string): StubModule | undefined {
    if (this.modules.has(path)) return this.modules.get(path);
    const text = Object.hasOwn(this.stubs, path) ? this.stubs[path] : undefined;
    const module = text === undefined ? undefined : indexModule(path, this.read(text));
    this.modules.set(path, module);
    return module;
  }

  /** What a full path such as "math.sqrt" or "os.path" names; undefined when the stubs do not say. */
  member(path: string): LibraryMember | undefined {
    if (this.memberCache.has(path)) return this.memberCache.get(path);
    this.memberCache.set(path, undefined);
    const found = this.findMember(path);
    this.memberCache.set(path, found);
    return found;
  }

  private findMember(path: string): LibraryMember | undefined {
    const cut = path.lastIndexOf(".");
    const [head, name] = [path.slice(0, Math.max(cut, 0)), path.slice(cut + 1)];
    if (cut < 0) return this.hasModule(path) ? { kind: "library-module", path } : undefined;
    const module = this.module(head);
    const imported = module?.imports.get(name);
    if (imported !== undefined) return this.member(imported);
    const statements = module?.members.get(name);
    if (statements) return this.makeMember(head, name, statements);
    if (this.hasModule(path)) return { kind: "library-module", path };
    if (formModules.includes(head)) return { kind: "form", path };
    // A member of a class: "datetime.datetime.now".
    const owner = head.includes(".") ? this.member(head) : undefined;
    return owner?.kind === "library-class" ? this.method(owner, name) : undefined;
  }

  private makeMember(module: string, name: string, statements: readonly Statement[]): LibraryMember | undefined {
    const path = `${module}.${name}`;
    const [first] = statements;
    switch (first?.kind) {
      case "ClassDef":
        return this.makeClass(path, module, first);
      case "FunctionDef":
      case "AsyncFunctionDef":
        return this.makeFunction(path, statements.filter(isFunction), this.scope(module, new Map()), false);
      case "AnnAssign":
        return { kind: "library-value", path, type: annotationType(first.annotation, this.scope(module, new Map())) };
      case "Assign":
        return this.makeAlias(module, first.value);
      default:
        return undefined;
    }
  }

  private makeAlias(module: string, value: Expression): LibraryMember | undefined {
    if (value.kind !== "Name") return undefined;
    return this.member(`${module}.${value.id}`) ?? this.member(`builtins.${value.id}`);
  }

  private makeClass(path: string, module: string, node: ClassDef): LibraryClass {
    const form = this.isExceptionNode(module, node) ? "exception" : "builtin";
    const symbol = typeSymbol(node.name, module, form);
    const made: LibraryClass = { kind: "library-class", path, symbol, node, module };
    this.memberCache.set(path, made);
    symbol.typeParameters = node.typeParams.flatMap((param): TypeParameterType[] =>
      param.kind === "Invalid" ? [] : [{ kind: "parameter", name: param.name, owner: path }],
    );
    const scope = this.classScope(made);
    symbol.bases = node.bases
      .map((base) => annotationType(base, scope))
      .filter((base) => base.kind !== "unknown" && base.kind !== "any");
    return made;
  }

  private isExceptionNode(module: string, node: ClassDef, depth = 0): boolean {
    if (node.name === "BaseException" && module === "builtins") return true;
    return (
      depth < 12 &&
      node.bases.some((base) => {
        if (base.kind !== "Name") return base.kind === "Attribute" && /(Error|Exception)$/.test(base.attr);
        const [own] = this.module(module)?.members.get(base.id) ?? [];
        if (own?.kind === "ClassDef" && own !== node) return this.isExceptionNode(module, own, depth + 1);
        const [builtin] = this.module("builtins")?.members.get(base.id) ?? [];
        return builtin?.kind === "ClassDef" && builtin !== node && this.isExceptionNode("builtins", builtin, depth + 1);
      })
    );
  }

  private classScope(owner: LibraryClass): AnnotationScope {
    const parameters = new Map(owner.symbol.typeParameters.map((parameter) => [parameter.name, parameter as Type]));
    const self = libraryInstance(owner.path, owner.symbol.typeParameters, owner.symbol);
    return { ...this.scope(owner.module, parameters), ...(self && { self }) };
  }

  /** The names that annotations in a stub may use. */
  private scope(module: string, parameters: ReadonlyMap<string, Type>): AnnotationScope {
    return {
      parse: (text) => this.parseExpression(text),
      resolve: (name): AnnotationName => {
        const parameter = parameters.get(name);
        if (parameter) return { kind: "type", make: () => parameter };
        if (name === "Self") return { kind: "path", path: "typing.Self" };
        for (const path of [`${module}.${name}`, `builtins.${name}`, name]) {
          if (hasLatticeForm(path)) {
            const own = this.member(path);
            return { kind: "path", path, ...(own?.kind === "library-class" && { symbol: own.symbol }) };
          }
          const member = path.includes(".") ? this.member(path) : undefined;
          if (member?.kind === "library-class") return { kind: "path", path: member.path, symbol: member.symbol };
          if (member?.kind === "form") return { kind: "path", path: member.path };
        }
        return { kind: "path", path: `typing.${name}` };
      },
    };
  }

  private makeFunction(
    path: string,
    nodes: readonly (FunctionDef | AsyncFunctionDef)[],
    outer: AnnotationScope,
    isMethod: boolean,
  ): LibraryFunction {
    const decorators = nodes[0]!.decoratorList.map((decorator) =>
      decorator.kind === "Name" ? decorator.id : decorator.kind === "Attribute" ? decorator.attr : "",
    );
    const flavour = !isMethod
      ? "function"
      : decorators.includes("staticmethod")
        ? "static"
        : decorators.includes("classmethod")
          ? "class"
          : decorators.includes("property")
            ? "property"
            : "instance";
    const overloads = nodes.map((node) => this.signature(path, node, outer, isMethod && flavour !== "static"));
    return { kind: "library-function", path, overloads, isProperty: flavour === "property", flavour };
  }

  private signature(
    path: string,
    node: FunctionDef | AsyncFunctionDef,
    outer: AnnotationScope,
    hasReceiver: boolean,
  ): FunctionType {
    const own = new Map<string, TypeParameterType>();
    for (const param of node.typeParams)
      if (param.kind !== "Invalid") own.set(param.name, { kind: "parameter", name: param.name, owner: path });
    const scope: AnnotationScope = {
      ...outer,
      resolve: (name) => {
        const parameter = own.get(name);
        return parameter ? { kind: "type", make: () => parameter } : outer.resolve(name);
      },
    };
    const parameters: ParameterType[] = [];
    const add = (
      arg: { arg: string; annotation?: Expression; default?: Expression },
      kind: NonNullable<ParameterType["kind"]>,
      positionalOnly = false,
    ): void => {
      const type = arg.annotation ? annotationType(arg.annotation, scope) : anyType;
      parameters.push({
        ...(positionalOnly ? {} : { name: arg.arg }),
        type,
        kind,
        ...(arg.default && { optional: true }),
      });
    };
    const args = node.args;
    const receiver = hasReceiver ? [...args.posonlyargs, ...args.args][0] : undefined;
    for (const arg of args.posonlyargs) if (arg !== receiver) add(arg, "positional", true);
    for (const arg of args.args) if (arg !== receiver) add(arg, "positional");
    if (args.vararg) add(args.vararg, "variadic", true);
    for (const arg of args.kwonlyargs) add(arg, "keyword");
    if (args.kwarg) add(args.kwarg, "keywords", true);
    const declared = node.returns ? annotationType(node.returns, scope) : unknownType;
    const result: Type = node.kind === "AsyncFunctionDef" ? { kind: "awaitable", result: declared } : declared;
    return { kind: "function", parameters, result, ...(own.size > 0 && { typeParameters: [...own.values()] }) };
  }

  /** A method, property or attribute of a class, looked for in its bases too; bases that the lattice has a form for are found by `baseOf`. */
  method(owner: LibraryClass, name: string, depth = 0): LibraryMember | undefined {
    const key = `${owner.path}#${name}`;
    if (this.methodCache.has(key)) return this.methodCache.get(key);
    const found = this.findMethod(owner, name, depth);
    this.methodCache.set(key, found);
    return found;
  }

  private findMethod(owner: LibraryClass, name: string, depth: number): LibraryMember | undefined {
    const path = `${owner.path}.${name}`;
    const functions = owner.node.body.filter(isFunction).filter((node) => node.name === name);
    if (functions.length > 0) return this.makeFunction(path, functions, this.classScope(owner), true);
    for (const statement of owner.node.body) {
      if (statement.kind === "AnnAssign" && statement.target.kind === "Name" && statement.target.id === name) {
        return { kind: "library-value", path, type: annotationType(statement.annotation, this.classScope(owner)) };
      }
    }
    if (depth > 12) return undefined;
    for (const base of owner.node.bases) {
      const baseName = base.kind === "Subscript" ? base.value : base;
      if (baseName.kind !== "Name") continue;
      const member = this.member(`${owner.module}.${baseName.id}`) ?? this.member(`builtins.${baseName.id}`);
      if (member?.kind !== "library-class") continue;
      const inherited = this.method(member, name, depth + 1);
      if (inherited) return inherited;
    }
    return undefined;
  }

  /** The names of all members that a module declares, for `from module import *`. */
  names(path: string): readonly string[] {
    const module = this.module(path);
    return module ? [...module.members.keys(), ...module.imports.keys()] : [];
  }
}

function isFunction(statement: Statement): statement is FunctionDef | AsyncFunctionDef {
  return statement.kind === "FunctionDef" || statement.kind === "AsyncFunctionDef";
}

function indexModule(path: string, body: readonly Statement[]): StubModule {
  const members = new Map<string, Statement[]>();
  const imports = new Map<string, string>();
  const add = (name: string, statement: Statement): void => {
    const known = members.get(name);
    if (known) known.push(statement);
    else members.set(name, [statement]);
  };
  for (const statement of body) {
    if (isFunction(statement) || statement.kind === "ClassDef") add(statement.name, statement);
    else if (statement.kind === "AnnAssign" && statement.target.kind === "Name") add(statement.target.id, statement);
    else if (statement.kind === "Assign")
      for (const target of statement.targets) if (target.kind === "Name") add(target.id, statement);
    if (statement.kind === "ImportFrom" && statement.module !== undefined) {
      for (const alias of statement.names) imports.set(alias.asname ?? alias.name, `${statement.module}.${alias.name}`);
    }
  }
  return { path, members, imports };
}
