import { unknownType } from "../types/build.ts";
import type { FunctionType, Type, TypeSymbol } from "../types/type.ts";
import type { CallTarget, GoError, GoErrorCode, Mode, Selection } from "./analysis-api.ts";
import type { Constant } from "./constants.ts";
import type { Entity, GoPackage, Scope } from "./scope.ts";
import type {
  BlockStmt,
  CallExpr,
  Decl,
  Expr,
  FuncDecl,
  FuncType,
  GoNode,
  Ident,
  SelectorExpr,
  Stmt,
  TypeSpec,
} from "./tree.ts";

/** What is remembered about an expression. */
export interface ExpressionInfo {
  mode: Mode;
  type: Type;
  value?: Constant | undefined;
}

/** What is known about the nodes of a program, across its analyses: nodes that go away take their facts along. */
export class FactStore {
  readonly expressions = new WeakMap<Expr, ExpressionInfo>();
  readonly bindings = new WeakMap<Ident, Entity>();
  readonly selections = new WeakMap<SelectorExpr, Selection>();
  readonly calls = new WeakMap<CallExpr, CallTarget>();
  readonly symbols = new WeakMap<TypeSpec, TypeSymbol>();
  /** The package-level variables and functions (entities) and methods (declarations) that each of them refers to. */
  readonly references = new WeakMap<object, Set<object>>();
}

/** How often a unit uses a package-level entity. */
export interface UseCount {
  reads: number;
  assignments: number;
  captured: boolean;
}

/** What checking one top-level declaration gives besides the facts about its nodes. */
export interface UnitRecord {
  readonly path: string;
  /** The declaration itself; undefined where none is checked. */
  readonly decl?: Decl;
  readonly errors: GoError[];
  /** Uses of entities that other units may use too. */
  readonly uses: Map<Entity, UseCount>;
}

/** The names a file imports. */
export interface FileContext {
  readonly path: string;
  readonly package: GoPackage;
  readonly scope: Scope;
  /** Names brought in by `import . "path"`, and the import each came from. */
  readonly dotImports: ReadonlyMap<string, Entity>;
  /** Dot imports of packages about which nothing is known: any name may come from them. */
  readonly unknownImports: readonly Entity[];
  /** Text without a package clause: what it does not define is looked for among the known packages. */
  readonly fragment: boolean;
}

/** The function whose body is being checked. */
export interface FunctionContext {
  /** Absent for statements outside of any function, where a return may give anything. */
  readonly signature: FunctionType | undefined;
  /** The named results, for `return` without values. */
  readonly results: readonly Entity[] | undefined;
}

/** Where in the program the checker is. */
export interface Context {
  readonly file: FileContext;
  readonly unit: UnitRecord;
  readonly scope: Scope;
  readonly function: FunctionContext | undefined;
  /** In constant declarations. */
  readonly iota?: bigint | undefined;
  /** What ids of the declared names start with. */
  readonly prefix: string;
  /** How often each name was declared here. */
  readonly ordinals: Map<string, number>;
  /** Collects what the variable or function that is being checked refers to. */
  readonly references?: Set<object> | undefined;
  /** Whether facts about nodes are kept. Not so in packages known from stubs, and when a signature is read only to know its type. */
  readonly recording: boolean;
}

/** The result of evaluating an expression. */
export interface Operand {
  readonly node: Expr;
  mode: Mode;
  type: Type;
  value?: Constant | undefined;
  /** The name of a builtin function. */
  builtin?: string | undefined;
  /** What a plain or qualified name refers to. */
  entity?: Entity | undefined;
}

/** How far expressions and statements may nest before the checker gives up on the inner ones, silently. */
export const deepestNesting = 600;

/**
 * The state of checking and the recursive entry points. The rules live in functions that take the checker, grouped in modules that only know
 * this class.
 */
export abstract class Checker {
  readonly facts: FactStore;
  context: Context;
  depth = 0;
  /** Set when an expression was nested too deeply to be checked. */
  gaveUp = false;
  /** Checks that must wait until the declarations around are resolved. */
  readonly delayed: (() => void)[] = [];

  constructor(facts: FactStore, context: Context) {
    this.facts = facts;
    this.context = context;
  }

  /** Evaluates any expression, type expressions included, and records its facts. `hint` is the type for an elided literal or function value. */
  abstract expression(node: Expr, hint?: Type): Operand;
  /** The type that a type expression denotes; unknown after an error. */
  abstract typeExpression(node: Expr): Type;
  /** The signature that a function type denotes; declares the parameters in `scope`, if given. */
  abstract signature(node: FuncType, scope: Scope | undefined, owner: object | undefined): SignatureResult;
  abstract statements(list: readonly Stmt[]): void;
  abstract functionBody(result: SignatureResult, body: BlockStmt, owner: FunctionContext): void;
  /** The declaration of a method in the program's files. */
  abstract methodDeclaration(symbol: TypeSymbol, name: string): FuncDecl | undefined;
  abstract importPackage(path: string): GoPackage;
  /** The package a fragment probably means by an undefined name. */
  abstract guessPackage(name: string, member: string): GoPackage | undefined;

  error(node: GoNode, code: GoErrorCode, message: string): void {
    const { decl, errors } = this.context.unit;
    errors.push({ node, code, message, path: this.context.file.path, ...(decl && { decl }) });
  }

  /** Runs `action` at another place of the program. */
  within<Result>(context: Context, action: () => Result): Result {
    const previous = this.context;
    this.context = context;
    try {
      return action();
    } finally {
      this.context = previous;
    }
  }

  /** Runs `action` here, but when the declarations around are resolved. */
  later(action: () => void): void {
    const { context } = this;
    if (context.file.package.own) this.delayed.push(() => this.within(context, action));
  }

  /** Runs what was delayed; new delays included. */
  runDelayed(): void {
    for (let i = 0; i < this.delayed.length; i++) this.delayed[i]!();
    this.delayed.length = 0;
  }

  /** Notes a definition at `node`. */
  define(node: Ident, entity: Entity): void {
    if (this.context.recording) this.facts.bindings.set(node, entity);
  }

  /** An id for a name declared here: unique in its program, and the same while the text of its unit is. */
  nextId(name: string): string {
    const { ordinals } = this.context;
    const ordinal = (ordinals.get(name) ?? 0) + 1;
    ordinals.set(name, ordinal);
    return `${this.context.prefix}.${name}${ordinal === 1 ? "" : `#${ordinal}`}`;
  }

  /** Runs `action` in a scope of its own. */
  inScope<Result>(scope: Scope, action: () => Result): Result {
    return this.within({ ...this.context, scope }, action);
  }

  /** Completes an entity whose declaration was not looked at yet. */
  resolve(entity: Entity): void {
    if (entity.state === "unresolved") entity.resolve?.();
  }

  /** The package whose code is being checked. */
  get packagePath(): string {
    return this.context.file.package.path;
  }

  record(operand: Operand): Operand {
    if (this.context.recording)
      this.facts.expressions.set(operand.node, { mode: operand.mode, type: operand.type, value: operand.value });
    return operand;
  }

  recordType(node: Expr, type: Type): Type {
    if (this.context.recording) this.facts.expressions.set(node, { mode: "type", type });
    return type;
  }

  /** Notes a use of the entity at `node`. */
  use(node: Ident, entity: Entity, how: "read" | "assign" | "both"): void {
    if (!this.context.recording) return;
    this.facts.bindings.set(node, entity);
    if (how !== "assign") entity.used = true;
    if (entity.owner === undefined && entity.role !== "package" && !entity.package?.own) return;
    if (entity.owner === undefined && (entity.role === "variable" || entity.role === "function") && how !== "assign")
      this.context.references?.add(entity);
    const captured = entity.role === "variable" && entity.owner !== undefined && entity.owner !== this.context.function;
    const count = entity.owner === undefined ? this.countOf(entity) : entity;
    if (how !== "assign") count.reads += 1;
    if (how !== "read") count.assignments += 1;
    if (captured) count.captured = true;
  }

  countOf(entity: Entity): UseCount {
    let count = this.context.unit.uses.get(entity);
    if (count === undefined)
      this.context.unit.uses.set(entity, (count = { reads: 0, assignments: 0, captured: false }));
    return count;
  }
}

/** A signature with the entities of its parameters. */
export interface SignatureResult {
  readonly type: FunctionType;
  readonly scope: Scope;
  /** Present when the results are named. */
  readonly results: readonly Entity[] | undefined;
}

/** An operand about which an error was reported, or about which nothing is known. */
export function invalid(node: Expr): Operand {
  return { node, mode: "invalid", type: unknownType };
}

/** A value that is neither constant nor addressable. */
export function valueOf(node: Expr, type: Type): Operand {
  return { node, mode: type.kind === "unknown" ? "invalid" : "value", type };
}
