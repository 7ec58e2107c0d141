import { unknownType } from "../types/build.ts";
import type { Binding, BindingKind } from "../types/binding.ts";
import type { FunctionType, MethodSignature, Type, TypeSymbol } from "../types/type.ts";
import type {
  AttributeTarget,
  CallTarget,
  ConstructorParameter,
  FunctionFacts,
  FunctionNode,
  MatchedArgument,
  NamingNode,
  PythonAnalysis,
} from "./analysis-api.ts";
import { annotationScopes } from "./analysis-annotations.ts";
import { functionOfName, groupWebs } from "./analysis-bindings.ts";
import { constructorParameters, describeClass, isClassLevel } from "./analysis-classes.ts";
import { factsOf } from "./analysis-facts.ts";
import type { ClassDecl, FunctionDecl } from "./analysis-declarations.ts";
import { entityType, functionType } from "./analysis-entity-types.ts";
import { Homes } from "./analysis-homes.ts";
import type { Part } from "./analysis-modules.ts";
import type { Program } from "./analysis-program.ts";
import type { Replacement } from "./analysis-revision.ts";
import type { Solution } from "./analysis-solve.ts";
import { type UseCounts, UseTable } from "./analysis-use-counts.ts";
import { annotationType } from "./infer-annotation.ts";
import { lowerBoundOf } from "./infer-bounds.ts";
import type { MatchedValues } from "./infer-context.ts";
import { FunctionEffects } from "./infer-effects.ts";
import { findMethod } from "./infer-methods.ts";
import type { UnitResult } from "./infer-unit.ts";
import type { Attribute, Call, ClassDef, Expression, Lambda, Name, PythonNode } from "./tree.ts";

/** Stand for what answers rest on: one object for each result of inference and what its functions do. */
const versions = new WeakMap<UnitResult, Map<string, object>>();

/** The answers to all questions about an analysed program. */
export class Answers implements PythonAnalysis {
  readonly program: Program;
  readonly solution: Solution;
  private readonly bindings = new Map<Part, ReadonlyMap<NamingNode, Binding>>();
  /** Bindings of module-level names. They live on from one analysis to the next, so that whoever keeps one sees its present type and counts. */
  readonly globals: Map<string, Binding>;
  readonly homes: Homes;
  private readonly current = new Set<string>();
  private readonly counts = new Map<string, UseTable>();
  private readonly facts = new WeakMap<FunctionNode, FunctionFacts>();
  private readonly effects: FunctionEffects;
  private readonly versionOfPart = new Map<Part, object>();
  private readonly completed = new Set<TypeSymbol>();
  private readonly decls = new WeakMap<object, FunctionDecl | ClassDecl>();

  constructor(program: Program, solution: Solution, previous: Answers | undefined) {
    const globals = previous?.globals ?? new Map<string, Binding>();
    this.globals = globals;
    this.homes = previous?.homes ?? new Homes();
    this.program = program;
    this.solution = solution;
    for (const part of program.parts) this.settle(part);
    for (const decl of program.classes.values()) this.completeSymbol(decl);
    for (const id of [...globals.keys()]) this.refresh(id);
    this.effects = new FunctionEffects(
      program,
      (call) => this.resultOf(call)?.calls.get(call),
      (node) => this.typeOf(node),
      (node) => this.resultOf(node)?.attributes.get(node),
    );
  }

  private settle(part: Part): void {
    this.homes.register(part, this.solution.results.get(part)!);
    for (const decl of [...part.decls.functions.values(), ...part.decls.classes.values()])
      this.decls.set(decl.node, decl);
  }

  /** Takes over parts that have changed inside. Says whether nothing else had to; if not, these answers must not be used any more. */
  follow(changes: readonly Replacement[]): boolean {
    this.solution.inferred = 0;
    for (const { before, after } of changes) this.program.replace(before, after);
    if (!changes.every(({ before, after }) => this.solution.replace(before, after))) return false;
    for (const { before, after } of changes) {
      this.bindings.delete(before);
      this.versionOfPart.delete(before);
      this.settle(after);
      const { module } = after.decls;
      for (const name of this.counts.get(module)?.replace(before, after) ?? []) {
        const seen = this.seenOf(module, name);
        this.current.delete(`${module}.${name}`);
        if (this.seenOf(module, name) !== seen) this.versionOfPart.clear();
      }
      for (const id of this.effects.replace(before.decls, after.decls)) {
        const decl = this.program.functions.get(id);
        const part = decl && this.homes.of(decl.node);
        if (decl) this.facts.delete(decl.node);
        if (part) this.versionOfPart.delete(part);
      }
    }
    return true;
  }

  /** Brings a binding that was made for an earlier analysis up to date, or forgets it. */
  private refresh(id: string): void {
    const module = [...this.program.modules.keys()].find((name) => id.startsWith(`${name}.`));
    if (module === undefined || this.globalBinding(module, id.slice(module.length + 1)) === undefined)
      this.globals.delete(id);
  }

  /** How many parts had to be inferred anew. */
  get inferredParts(): number {
    return this.solution.inferred;
  }

  private resultOf(node: PythonNode): UnitResult | undefined {
    const part = this.homes.of(node);
    return part && this.solution.results.get(part);
  }

  typeOf(node: Expression): Type {
    return this.resultOf(node)?.types.get(node) ?? unknownType;
  }

  bindingOf(node: NamingNode): Binding | undefined {
    const part = this.homes.of(node);
    if (!part || !this.solution.results.has(part)) return undefined;
    const local = this.localBindings(part).get(node);
    if (local) return local;
    const name = part.binding.globals.get(node);
    return name === undefined ? undefined : this.globalBinding(part.decls.module, name);
  }

  private localBindings(part: Part): ReadonlyMap<NamingNode, Binding> {
    let known = this.bindings.get(part);
    if (!known)
      this.bindings.set(
        part,
        (known = groupWebs(part, this.solution.results.get(part)!, this.program, (entity) =>
          entityType(this.program, entity),
        )),
      );
    return known;
  }

  /** The binding of a module-level name, or of a builtin. */
  globalBinding(module: string, name: string): Binding | undefined {
    const id = `${module}.${name}`;
    const known = this.globals.get(id);
    if (known && this.current.has(id)) return known;
    this.current.add(id);
    const entity = this.program.global(module, name);
    if (entity === undefined) return undefined;
    const isBuiltin = "path" in entity && entity.path === `builtins.${name}`;
    const counts = this.countUses(module, name);
    const importPath = this.program.modules.get(module)?.aliases.get(name);
    const kind: BindingKind = isBuiltin
      ? "builtin"
      : importPath !== undefined
        ? "import"
        : entity.kind === "function"
          ? "function"
          : entity.kind === "class"
            ? "type"
            : /^[A-Z][A-Z0-9_]*$/.test(name) && counts.assignments === 1
              ? "constant"
              : "global";
    const binding: Binding = {
      name,
      kind,
      id: isBuiltin ? `builtins.${name}` : id,
      type: entityType(this.program, entity),
      ...counts,
      ...(importPath !== undefined && { importPath }),
    };
    if (known && known.kind === binding.kind && known.importPath === binding.importPath)
      return Object.assign(known, { type: binding.type, ...counts });
    this.globals.set(id, binding);
    return binding;
  }

  private countUses(module: string, name: string): UseCounts {
    let counts = this.counts.get(module);
    if (!counts) this.counts.set(module, (counts = new UseTable(this.program.modules.get(module)?.parts ?? [])));
    return counts.of(name);
  }

  /** What those who refer to a module-level name can tell of it besides its type: what it is, and whether it is set or read at all, or again. */
  private seenOf(module: string, name: string): string {
    const binding = this.globalBinding(module, name);
    if (!binding) return "";
    const { kind, importPath, captured, assignments, reads } = binding;
    return [kind, importPath, captured, Math.min(assignments, 2), Math.min(reads, 2)].join(" ");
  }

  versionOf(node: PythonNode): object | undefined {
    const part = this.homes.of(node);
    const result = part && this.solution.results.get(part);
    if (!result) return undefined;
    let version = this.versionOfPart.get(part);
    if (!version) {
      const known = versions.get(result) ?? new Map<string, object>();
      versions.set(result, known);
      const names = new Set(part.binding.globals.values());
      const key = [
        ...[...part.decls.functions.values()].map((decl) => this.effects.keyOf(decl)),
        ...[...names].map((name) => `${name} ${this.seenOf(part.decls.module, name)}`),
      ].join("\n");
      version = known.get(key) ?? {};
      known.set(key, version);
      this.versionOfPart.set(part, version);
    }
    return version;
  }

  symbolOf(node: ClassDef): TypeSymbol {
    const decl = this.decls.get(node);
    if (decl?.kind !== "class")
      return {
        name: node.name,
        module: "",
        form: "record",
        typeParameters: [],
        fields: new Map(),
        methods: new Map(),
        bases: [],
      };
    const { self } = this.program.classInfo(decl);
    return (self as Extract<Type, { kind: "named" }>).symbol;
  }

  classOf(symbol: TypeSymbol): ClassDef | undefined {
    return this.program.classOfSymbol(symbol)?.node;
  }

  private completeSymbol(decl: ClassDecl): void {
    const info = this.program.classInfo(decl);
    if (info.self.kind !== "named" || this.completed.has(info.self.symbol)) return;
    const { symbol } = info.self;
    this.completed.add(symbol);
    symbol.fields = new Map(
      (info.isModel ? [...info.lineage].reverse() : [decl])
        .flatMap((owner) => [...owner.fields.values()])
        .map((field) => [field.name, { name: field.name, type: this.program.slots.value(field.slot).type }]),
    );
    symbol.methods = new Map(
      [...decl.methods].map(([name, method]): [string, MethodSignature] => [
        name,
        {
          name,
          type: functionType(this.program, method),
          flavour: method.flavour === "function" ? "static" : method.flavour,
        },
      ]),
    );
    describeClass(symbol, info, this.program.derivedFrom(decl));
  }

  callOf(node: Call): CallTarget | undefined {
    const record = this.resultOf(node)?.calls.get(node);
    if (!record) return undefined;
    const common = { arguments: record.matched.map(matchedArgument), irregular: record.irregular };
    switch (record.kind) {
      case "function": {
        const decl = this.program.functions.get(record.target);
        return decl && { kind: "function", node: decl.node, binding: this.bindingOf(decl.node), ...common };
      }
      case "method": {
        const decl = this.program.functions.get(record.target);
        if (!decl?.owner) return undefined;
        const receiver =
          node.func.kind === "Attribute" && record.through === "instance" ? { receiver: node.func.value } : {};
        return {
          kind: "method",
          node: decl.node,
          owner: decl.owner.node,
          symbol: this.symbolOf(decl.owner.node),
          flavour: decl.flavour === "function" ? "static" : decl.flavour,
          through: record.through ?? "instance",
          ...receiver,
          ...common,
        };
      }
      case "class": {
        const decl = this.program.classes.get(record.target);
        if (!decl) return undefined;
        const initializer = findMethod(this.program.classInfo(decl), "__init__");
        const fields = this.constructorFields(decl.node);
        return {
          kind: "class",
          node: decl.node,
          symbol: this.symbolOf(decl.node),
          ...(initializer && { initializer: initializer.node }),
          ...(fields && { fields }),
          ...common,
        };
      }
      case "builtin":
      case "library":
        return { kind: record.kind, name: record.target, ...common };
      case "library-method":
        return {
          kind: "library-method",
          name: record.name ?? "",
          owner: record.target,
          receiver: node.func.kind === "Attribute" ? node.func.value : node.func,
          receiverType: record.receiverType ?? unknownType,
          ...common,
        };
      default:
        return {
          kind: "value",
          type: record.type ?? { kind: "function", parameters: [], result: unknownType },
          ...common,
        };
    }
  }

  constructorFields(node: ClassDef): readonly ConstructorParameter[] | undefined {
    const decl = this.decls.get(node);
    if (decl?.kind !== "class") return undefined;
    return constructorParameters(this.program.classInfo(decl), (slot) => this.program.slots.value(slot).type);
  }

  functionOf(node: Name): FunctionNode | undefined {
    const part = this.homes.of(node);
    return part && this.solution.results.has(part) ? functionOfName(node, part, this.program) : undefined;
  }

  attributeOf(node: Attribute): AttributeTarget | undefined {
    const record = this.resultOf(node)?.attributes.get(node);
    if (!record) return undefined;
    if (record.kind === "library") return { kind: "library", path: record.path, type: record.type };
    if (record.kind === "library-attribute")
      return { kind: "library-attribute", owner: record.owner, type: record.type };
    if (record.kind === "module-member")
      return {
        kind: "module-member",
        module: record.module,
        binding: this.globalBinding(record.module, record.name),
        type: record.type,
      };
    const owner = this.program.classes.get(record.classId);
    if (!owner) return undefined;
    const symbol = this.symbolOf(owner.node);
    if (record.kind === "field")
      return {
        kind: "field",
        owner: symbol,
        type: record.type,
        shared: this.isShared(owner, record.name),
      };
    if (record.kind === "enum-member") return { kind: "enum-member", owner: symbol, type: record.type };
    const decl = this.program.functions.get(record.functionId);
    if (!decl) return undefined;
    if (record.kind === "property") {
      const setter = record.setterId === undefined ? undefined : this.program.functions.get(record.setterId);
      return {
        kind: "property",
        owner: symbol,
        type: record.type,
        node: decl.node,
        ...(setter && { setter: setter.node }),
      };
    }
    const signature: MethodSignature = {
      name: decl.name,
      type: functionType(this.program, decl),
      flavour: decl.flavour === "function" ? "static" : decl.flavour,
    };
    return { kind: "method", owner: symbol, signature, node: decl.node };
  }

  isClassAttribute(node: ClassDef, name: string): boolean {
    const decl = this.decls.get(node);
    return decl?.kind === "class" && this.isShared(decl, name);
  }

  /** Whether the attribute is one of the class, which no method of it or of a derived class gives to an object of its own. */
  private isShared(owner: ClassDecl, name: string): boolean {
    const field = owner.fields.get(name);
    if (field === undefined || !isClassLevel(owner, field, this.program.classInfo(owner))) return false;
    for (const decl of this.program.classes.values())
      if (decl.fields.get(name)?.onInstance === true && this.program.classInfo(decl).lineage.includes(owner))
        return false;
    return true;
  }

  functionFacts(node: FunctionNode): FunctionFacts {
    let facts = this.facts.get(node);
    if (!facts) this.facts.set(node, (facts = factsOf(this.program, this.effects, node, this.decls.get(node))));
    return facts;
  }

  lambdaType(node: Lambda): FunctionType {
    return this.resultOf(node)?.lambdas.get(node) ?? { kind: "function", parameters: [], result: unknownType };
  }

  annotationType(node: Expression): Type {
    for (const part of this.program.parts) {
      const scope = annotationScopes(part).get(node);
      const self = scope?.owner && this.program.classInfo(scope.owner).self;
      if (scope) return annotationType(node, this.program.annotationScope(part.decls.module, scope.scope, self));
    }
    return unknownType;
  }

  lowerBound(node: Expression): number {
    const part = this.homes.of(node);
    if (!part || !this.solution.results.has(part)) return Number.NEGATIVE_INFINITY;
    return lowerBoundOf(
      part,
      node,
      (inner) => this.typeOf(inner),
      (call) => this.callOf(call),
    );
  }

  undefinedNames(module: string): readonly string[] {
    const names = new Set<string>();
    for (const part of this.program.modules.get(module)?.parts ?? []) {
      for (const name of part.binding.reads.keys())
        if (this.program.global(module, name) === undefined && !part.decls.table.module.variables.has(name))
          names.add(name);
    }
    return [...names].sort();
  }
}

function matchedArgument(pair: MatchedValues): MatchedArgument {
  return {
    ...(pair.name !== undefined && { name: pair.name }),
    parameterKind: pair.parameterKind,
    values: pair.values,
    ...(pair.keywords && { keywords: pair.keywords }),
    type: pair.type,
  };
}
