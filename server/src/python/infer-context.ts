import { optionalOf, unknownType } from "../types/build.ts";
import { hasUnknown } from "../types/relations.ts";
import type { FunctionType, ParameterType, Type } from "../types/type.ts";
import type { ClassDecl, FieldDecl, FunctionDecl, UnitDecls } from "./analysis-declarations.ts";
import type { UnitBinding, Web } from "./bind-webs.ts";
import type { Scope, ScopeNode } from "./bind-scopes.ts";
import { type AnnotationScope, annotationType } from "./infer-annotation.ts";
import { type LoopEvidence, noLoop } from "./infer-growth.ts";
import type { LibraryMember, PythonLibrary } from "./infer-library.ts";
import { mapParts } from "./infer-parts.ts";
import { Solver, isVariable } from "./infer-solver.ts";
import type { NamingNode } from "./analysis-api.ts";
import type { Alias, Attribute, Call, Expression, Lambda, PythonNode } from "./tree.ts";

/** What a name or a dotted path stands for, where that is no mere variable. */
export type Entity =
  | FunctionDecl
  | ClassDecl
  | LibraryMember
  | { readonly kind: "variable"; readonly module: string; readonly name: string; readonly slot: string }
  | { readonly kind: "program-module"; readonly path: string }
  /** A module or member that neither the program nor the stubs know. */
  | { readonly kind: "foreign"; readonly path: string };

/** The solved type of something that several units may speak of. */
export interface SlotValue {
  readonly type: Type;
  /** Its annotation says all of it, so that evidence cannot change it. */
  readonly fixed: boolean;
}

/** What a class is, with its bases resolved. */
export interface ClassInfo {
  readonly decl: ClassDecl;
  /** The type of `self`: the class with its own type parameters. */
  readonly self: Type;
  /** The class and its bases in the program, nearest first. */
  readonly lineage: readonly ClassDecl[];
  /** Bases in the library. */
  readonly libraryBases: readonly Type[];
  readonly form: "record" | "interface" | "exception" | "enum";
  readonly isNamedTuple: boolean;
  /** A model of pydantic: its annotated attributes are fields, given by name and checked when an object is made. */
  readonly isModel: boolean;
  readonly isTypedDict: boolean;
  /** The fields of a dataclass or named tuple in order, inherited ones first: they are the parameters of the constructor. */
  readonly constructorFields: readonly ConstructorField[] | undefined;
}

/** A parameter of the constructor that is made from fields. */
export interface ConstructorField {
  readonly name: string;
  readonly slot: string;
  readonly hasDefault: boolean;
  readonly keywordOnly: boolean;
  readonly declared: FieldDecl;
}

/** What the inference of one unit asks of the rest of the program. Every answer is noted as a dependency. */
export interface Environment {
  readonly library: PythonLibrary;
  global(module: string, name: string): Entity | undefined;
  path(path: string): Entity | undefined;
  /** The full path that an alias of an import stands for; undefined where the import leads out of the program. */
  importPath(module: string, alias: Alias): string | undefined;
  slot(slot: string): SlotValue;
  classInfo(decl: ClassDecl): ClassInfo;
  classOfType(type: Type): ClassInfo | undefined;
  /** The methods of derived classes that stand in for a method. */
  overridesOf(decl: FunctionDecl): readonly FunctionDecl[];
  /** The classes of the program that have all of these attributes. */
  classesWith(attribute: string): readonly ClassInfo[];
  annotationScope(module: string, scope: Scope, self?: Type): AnnotationScope;
}

/** How a call was understood. Terms in it are resolved when the unit is finished. */
export interface CallRecord {
  readonly kind: "function" | "method" | "class" | "builtin" | "library" | "library-method" | "value";
  /** A declaration's id, or a path. */
  readonly target: string;
  readonly through?: "instance" | "class" | "super";
  readonly name?: string;
  readonly receiverType?: Type;
  readonly type?: FunctionType;
  readonly matched: readonly MatchedValues[];
  readonly irregular: boolean;
}

export interface MatchedValues {
  readonly name: string | undefined;
  readonly parameterKind: NonNullable<ParameterType["kind"]>;
  readonly values: readonly Expression[];
  readonly keywords?: readonly string[];
  readonly type: Type;
}

export type AttributeRecord =
  | { readonly kind: "field"; readonly classId: string; readonly name: string; readonly type: Type }
  | {
      readonly kind: "method" | "property";
      readonly classId: string;
      readonly functionId: string;
      readonly type: Type;
      readonly setterId?: string;
    }
  | { readonly kind: "enum-member"; readonly classId: string; readonly type: Type }
  | { readonly kind: "module-member"; readonly module: string; readonly name: string; readonly type: Type }
  | { readonly kind: "library"; readonly path: string; readonly type: Type }
  | { readonly kind: "library-attribute"; readonly owner: string; readonly type: Type };

/** The function whose body is being inferred. */
export interface Frame {
  readonly decl: FunctionDecl | undefined;
  /** The class whose method it is. */
  readonly owner: ClassInfo | undefined;
  /** Where `return` values go, and those of `yield`. */
  readonly result: Type;
  readonly yields: Type;
}

/** What is known about a variable or a path like `self.head` at this point, beyond its type; undefined where the point cannot be reached. */
export type Narrowings = Map<string, Type>;

/** The state of the inference of one unit. */
export class Inference {
  readonly solver = new Solver();
  readonly env: Environment;
  readonly decls: UnitDecls;
  readonly binding: UnitBinding;
  readonly types = new Map<Expression, Type>();
  readonly calls = new Map<Call, CallRecord>();
  readonly attributes = new Map<Attribute, AttributeRecord>();
  readonly lambdas = new Map<Lambda, FunctionType>();
  readonly slots = new Map<string, Type>();
  readonly fixedSlots = new Set<string>();
  /** Places whose type speaks of type parameters that inference has made. */
  readonly genericSlots = new Set<string>();
  /** What is evident of the numbers that declared places get. */
  readonly evidence = new Map<string, Type>();
  /** Values of which nothing is known yet may become known: what is asked about their types has to wait. */
  waitsForEvidence = false;
  /** Something had to wait in this pass. */
  isWaiting = false;
  /** The code is never reached, or not known to be reached yet: what it returns does not count. */
  isIdle = false;
  /** What is known of the loops around. */
  loop: LoopEvidence = noLoop;
  private readonly webs = new Map<Web, Type>();
  private readonly memo = new Map<unknown, Map<string, Type>>();
  narrowings: Narrowings | undefined = new Map();
  frame: Frame;
  scope: Scope;

  constructor(env: Environment, decls: UnitDecls, binding: UnitBinding) {
    this.env = env;
    this.decls = decls;
    this.binding = binding;
    this.scope = binding.table.module;
    this.frame = { decl: undefined, owner: undefined, result: this.solver.fresh(), yields: this.solver.fresh() };
  }

  get module(): string {
    return this.decls.module;
  }

  /** The variable that belongs to a node, made when it is first asked for, so that each pass finds the one of the pass before. */
  cell(node: PythonNode | Web | string, tag: string): Type {
    let tags = this.memo.get(node);
    if (!tags) this.memo.set(node, (tags = new Map<string, Type>()));
    let term = tags.get(tag);
    if (!term) tags.set(tag, (term = this.solver.fresh()));
    return term;
  }

  /** A new value of this type: its containers get elements of their own, so that what is put in later counts for this value alone. */
  open(type: Type, node: PythonNode | string, tag = ""): Type {
    switch (type.kind) {
      case "list":
      case "set":
      case "channel":
        return { ...type, element: this.openPart(type.element, node, `${tag}e`) };
      case "dict":
        return {
          ...type,
          key: this.openPart(type.key, node, `${tag}k`),
          value: this.openPart(type.value, node, `${tag}v`),
        };
      case "named":
        return type.arguments.length === 0
          ? type
          : { ...type, arguments: type.arguments.map((part, i) => this.openPart(part, node, `${tag}${i}`)) };
      case "tuple":
      case "optional":
      case "union":
      case "awaitable": {
        let index = 0;
        return mapParts(type, (part) => (isVariable(part) ? part : this.open(part, node, `${tag}.${index++}`)));
      }
      default:
        return type;
    }
  }

  private openPart(part: Type, node: PythonNode | string, tag: string): Type {
    const cell = this.cell(node, tag);
    this.solver.flow(isVariable(part) ? part : this.open(part, node, tag), cell);
    return cell;
  }

  /** The type with variables for what functions in it take and give: those who call them know more of that than those who make them. */
  private openFunctions(type: Type, node: string, tag: string): Type {
    let index = 0;
    if (type.kind !== "function")
      return isVariable(type) ? type : mapParts(type, (part) => this.openFunctions(part, node, `${tag}${index++}`));
    return mapParts(type, (part) => {
      const cell = this.cell(node, `${tag}.${index++}`);
      this.solver.flow(
        isVariable(part) ? part : this.openFunctions(this.open(part, node, `${tag}.${index}`), node, `${tag}.${index}`),
        cell,
      );
      return cell;
    });
  }

  /** The term for a slot in this unit: a variable that starts with what the whole program knows, or the declared type. */
  slot(slot: string): Type {
    let term = this.slots.get(slot);
    if (term) return term;
    const value = this.env.slot(slot);
    if (value.fixed) {
      term = value.type;
      this.fixedSlots.add(slot);
    } else if (mentionsParameter(value.type)) {
      term = value.type;
      this.genericSlots.add(slot);
    } else {
      term = this.cell(`slot ${slot}`, "");
      this.solver.flow(this.openFunctions(this.open(value.type, `slot ${slot}`), `slot ${slot}`, "f"), term);
    }
    this.slots.set(slot, term);
    return term;
  }

  /** Notes a value that a declared place gets: its type stays as it is declared, but how large a number is may be evident. */
  note(slot: string, value: Type): void {
    if (!this.fixedSlots.has(slot)) return;
    const head = this.head(value);
    if (head.kind !== "int" && head.kind !== "float") return;
    const cell = this.cell(`evidence ${slot}`, "");
    this.solver.flow(head, cell);
    this.evidence.set(slot, cell);
  }

  /** The term of a local variable. */
  web(web: Web): Type {
    let term = this.webs.get(web);
    if (term === undefined) {
      term = this.declaredWeb(web) ?? this.cell(web, "");
      this.webs.set(web, term);
    }
    return term;
  }

  /** The term of a variable that `name: T` declares. */
  private declaredWeb(web: Web): Type | undefined {
    const { annotation, scope } = web.variable;
    if (annotation === undefined) return undefined;
    const type = annotationType(annotation, this.env.annotationScope(this.module, scope, this.frame.owner?.self));
    if (!hasUnknown(type) && type.kind !== "int" && type.kind !== "float") return type;
    const cell = this.cell(web, "");
    this.solver.flow(this.open(type, `declared ${web.id}`), cell);
    return cell;
  }

  setWeb(web: Web, term: Type): void {
    this.webs.set(web, term);
  }

  get webTerms(): ReadonlyMap<Web, Type> {
    return this.webs;
  }

  /** What holds the values of a name: its term and the key under which it is narrowed. */
  place(node: NamingNode): { term: Type; key: string } | undefined {
    const web = this.binding.webs.get(node);
    if (web) return { term: this.web(web), key: `w${web.id}` };
    const name = this.binding.globals.get(node);
    if (name === undefined) return undefined;
    const entity = this.env.global(this.module, name);
    return entity?.kind === "variable" ? { term: this.slot(entity.slot), key: `g${name}` } : undefined;
  }

  /** Notes the type of an expression and gives it back. */
  record(node: Expression, type: Type): Type {
    this.types.set(node, type);
    return type;
  }

  /** The type that stands at the head, `None` left out. */
  head(type: Type): Type {
    const shallow = this.solver.shallow(type);
    return shallow.kind === "optional" ? this.solver.shallow(shallow.inner) : shallow;
  }

  /** Runs `body` in an inner scope. */
  inScope<Result>(node: ScopeNode, body: () => Result): Result {
    const outer = this.scope;
    this.scope = this.binding.table.scopes.get(node) ?? outer;
    try {
      return body();
    } finally {
      this.scope = outer;
    }
  }

  /** The key of a narrowable path: a name, or a name with attributes. */
  narrowKey(node: Expression): string | undefined {
    if (node.kind === "Name") {
      const web = this.binding.webs.get(node);
      if (web) return `w${web.id}`;
      const name = this.binding.globals.get(node);
      return name === undefined ? undefined : `g${name}`;
    }
    if (node.kind === "Attribute") {
      const base = this.narrowKey(node.value);
      return base === undefined ? undefined : `${base}.${node.attr}`;
    }
    if (node.kind === "NamedExpr") return this.narrowKey(node.target);
    if (
      node.kind === "Subscript" &&
      node.slice.kind === "Constant" &&
      (node.slice.value.type === "int" || node.slice.value.type === "str")
    ) {
      const base = this.narrowKey(node.value);
      return base === undefined ? undefined : `${base}[${JSON.stringify(String(node.slice.value.value))}]`;
    }
    return undefined;
  }

  /** Forgets what was known about a path and all that lies below it. */
  forget(key: string): void {
    if (!this.narrowings) return;
    for (const known of [...this.narrowings.keys()]) {
      if (known === key || known.startsWith(`${key}.`) || known.startsWith(`${key}[`)) this.narrowings.delete(known);
    }
  }

  copyNarrowings(): Narrowings | undefined {
    return this.narrowings && new Map(this.narrowings);
  }
}

/** Whether the type speaks of a type parameter. */
function mentionsParameter(type: Type): boolean {
  if (type.kind === "parameter") return !isVariable(type);
  let found = false;
  mapParts(type, (part) => {
    found ||= mentionsParameter(part);
    return part;
  });
  return found;
}

/** What holds on both of two ways that meet. */
export function meetNarrowings(
  inference: Inference,
  a: Narrowings | undefined,
  b: Narrowings | undefined,
): Narrowings | undefined {
  if (!a) return b;
  if (!b) return a;
  const met: Narrowings = new Map();
  for (const [key, type] of a) {
    const other = b.get(key);
    if (other === undefined) continue;
    met.set(key, other === type ? type : joinNarrowed(inference, type, other));
  }
  return met;
}

function joinNarrowed(inference: Inference, a: Type, b: Type): Type {
  const [left, right] = [inference.solver.shallow(a), inference.solver.shallow(b)];
  if (left.kind === "none" && right.kind !== "none") return optionalOf(right);
  if (right.kind === "none" && left.kind !== "none") return optionalOf(left);
  return inference.solver.merge(left, right);
}

/** The type without `None`; `unknown` where nothing else is left. */
export function withoutNone(inference: Inference, type: Type): Type {
  const head = inference.solver.shallow(type);
  if (head.kind === "optional") return inference.solver.shallow(head.inner);
  if (head.kind === "none") return unknownType;
  if (head.kind === "union") {
    const members = head.members.filter((member) => inference.solver.shallow(member).kind !== "none");
    return members.length === 1 ? members[0]! : { kind: "union", members };
  }
  return type;
}
