import { unknownType } from "../types/build.ts";
import type { FieldType, MethodSignature, Type, TypeParameterType, TypeSymbol } from "../types/type.ts";
import { underlying } from "./check-identity.ts";

/** How the parts of a declared type are found. Each is asked at most once, when it is first needed. */
export interface SymbolSource {
  readonly typeParameters: () => readonly TypeParameterType[];
  /** The type on the right of the declaration; it may be another declared type. */
  readonly definition: () => Type;
  readonly methods: () => Map<string, MethodSignature>;
  /** Told when the type turns out to be defined as itself. */
  readonly recursive: () => void;
}

/** How much of a type's fields and methods is known: all of them, the exported ones, or some. */
export type Knowledge = "full" | "exported" | "partial";

/**
 * A type declared in Go. Its parts are resolved when they are first asked for, so a declaration may refer to types that are declared later,
 * and a large package costs only what is used of it.
 */
export class DeclaredType implements TypeSymbol {
  readonly name: string;
  readonly module: string;
  readonly form: TypeSymbol["form"];
  readonly knowledge: Knowledge;
  #source: SymbolSource;
  #typeParameters: readonly TypeParameterType[] | undefined;
  #underlying: Type | "resolving" | undefined;
  #methods: Map<string, MethodSignature> | undefined;
  #fields: Map<string, FieldType> | undefined;

  constructor(
    name: string,
    module: string,
    form: TypeSymbol["form"],
    source: SymbolSource,
    knowledge: Knowledge = "full",
  ) {
    this.name = name;
    this.module = module;
    this.form = form;
    this.knowledge = knowledge;
    this.#source = source;
  }

  get typeParameters(): readonly TypeParameterType[] {
    return (this.#typeParameters ??= this.#source.typeParameters());
  }

  /** Undefined while it is being resolved. */
  get underlying(): Type | undefined {
    if (this.#underlying === "resolving") return undefined;
    if (this.#underlying === undefined) {
      this.#underlying = "resolving";
      const definition = this.#source.definition();
      const cyclic = definition.kind === "named" && definition.symbol.underlying === undefined;
      if (cyclic) this.#source.recursive();
      this.#underlying =
        this.knowledge === "partial" &&
        definition.kind === "struct" &&
        definition.fields.every((field) => field.name === "_")
          ? unknownType
          : underlying(definition);
    }
    return this.#underlying;
  }

  get methods(): Map<string, MethodSignature> {
    return (this.#methods ??= this.#source.methods());
  }

  get fields(): Map<string, FieldType> {
    if (this.#fields === undefined) {
      const base = this.underlying;
      this.#fields = new Map(base?.kind === "struct" ? base.fields.map((field) => [field.name, field]) : []);
    }
    return this.#fields;
  }

  get bases(): readonly Type[] {
    const base = this.underlying;
    if (base?.kind === "struct") return base.fields.filter((field) => field.embedded).map((field) => field.type);
    return base?.kind === "interface" ? base.embedded : [];
  }
}
