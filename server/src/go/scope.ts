import { unknownType } from "../types/build.ts";
import type { Binding, BindingKind } from "../types/binding.ts";
import type { TypeParameterType } from "../types/type.ts";
import type { Constant } from "./constants.ts";
import type { FuncDecl, GoNode } from "./tree.ts";

/** What a name can be declared as. */
export type Role = "variable" | "constant" | "type" | "function" | "package" | "builtin" | "nil";

/** A declared name while Go is being checked: a binding, and what only the checker needs to know about it. */
export interface Entity extends Binding {
  readonly role: Role;
  /** Of constants. */
  value?: Constant | undefined;
  /** Package-level declarations are resolved when they are first needed; `resolving` shows a cycle. */
  state: "unresolved" | "resolving" | "resolved";
  /** Completes `type` and `value`. */
  resolve?: (() => void) | undefined;
  /** Whether a use was seen, as the rule about unused variables counts uses. */
  used: boolean;
  /** The function (or function literal) that declares it; absent at package level. */
  readonly owner?: object | undefined;
  /** Where it is declared. */
  readonly node?: GoNode | undefined;
  readonly declaration?: FuncDecl | undefined;
  /** Of generic aliases: what the aliased type is generic over. */
  aliasParameters?: readonly TypeParameterType[] | undefined;
  /** Of imports. */
  readonly imported?: GoPackage | undefined;
  /** The package that declares it; absent for the universe. */
  readonly package?: GoPackage | undefined;
}

/** A package: the program's own or one known from a stub. */
export interface GoPackage {
  readonly path: string;
  readonly name: string;
  readonly scope: Scope;
  /** False when nothing is known about it; then everything selected from it is unknown. */
  readonly known: boolean;
  /** Only some of its declarations are known; about others nothing can be said. */
  readonly partial?: boolean;
  /** Whether it is part of the program that is being analysed. */
  readonly own: boolean;
}

export interface EntityParts extends Partial<Omit<Entity, "name" | "kind" | "role">> {
  readonly name: string;
  readonly kind: BindingKind;
  readonly role: Role;
}

/** A new entity; what is left out has its initial value. */
export function entity(parts: EntityParts): Entity {
  return {
    id: parts.name,
    type: unknownType,
    captured: false,
    assignments: 0,
    reads: 0,
    state: "resolved",
    used: false,
    ...parts,
  };
}

/** A block with the names that it declares. */
export class Scope {
  readonly parent: Scope | undefined;
  readonly names = new Map<string, Entity>();

  constructor(parent: Scope | undefined) {
    this.parent = parent;
  }

  /** The innermost declaration of the name that is visible here. */
  lookup(name: string): Entity | undefined {
    let found = this.names.get(name);
    for (let scope = this.parent; found === undefined && scope !== undefined; scope = scope.parent) {
      found = scope.names.get(name);
    }
    return found;
  }

  /** Declares the entity; returns the one that has the name already, if any. `_` is never declared. */
  declare(declared: Entity): Entity | undefined {
    if (declared.name === "_") return undefined;
    const existing = this.names.get(declared.name);
    if (existing === undefined) this.names.set(declared.name, declared);
    return existing;
  }
}
