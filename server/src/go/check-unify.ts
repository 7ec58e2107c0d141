import type { FunctionType, Type, TypeParameterType } from "../types/type.ts";
import { identical, typeSetOf, underlying } from "./check-identity.ts";
import { lookupMember } from "./check-lookup.ts";
import { parameterKey } from "./check-substitute.ts";
import { coreType, isInterface, resultsOf } from "./check-types.ts";

/** Type parameters whose arguments are being found, and what was found so far. */
export class Unifier {
  readonly found = new Map<string, Type>();
  readonly #keys: Set<string>;
  readonly #from: string;
  /** Parameters that stand for the same unknown type. */
  readonly #joined = new Map<string, string>();
  #depth = 0;

  constructor(parameters: readonly TypeParameterType[], from: string) {
    this.#keys = new Set(parameters.map(parameterKey));
    this.#from = from;
  }

  /** The key of the parameter when it is one that is to be found, following parameters that were joined. */
  keyOf(type: Type): string | undefined {
    if (type.kind !== "parameter") return undefined;
    let key = parameterKey(type);
    if (!this.#keys.has(key)) return undefined;
    for (let next = this.#joined.get(key); next !== undefined; next = this.#joined.get(key)) key = next;
    return key;
  }

  /** What was found for the parameter. */
  argumentFor(parameter: TypeParameterType): Type | undefined {
    const key = this.keyOf(parameter);
    return key === undefined ? undefined : this.found.get(key);
  }

  /**
   * Finds arguments that make the two types match: identical when `exact`, else as an assignment of `y` to `x` needs it. False when there
   * are none.
   */
  unify(x: Type, y: Type, exact: boolean): boolean {
    if (x === y || x.kind === "unknown" || y.kind === "unknown") return true;
    if (this.#depth > 60) return false;
    this.#depth += 1;
    try {
      return this.#unifyParts(x, y, exact);
    } finally {
      this.#depth -= 1;
    }
  }

  #unifyParts(x: Type, y: Type, exact: boolean): boolean {
    const [left, right] = [this.keyOf(x), this.keyOf(y)];
    if (left !== undefined && right !== undefined) return this.#join(left, right, exact);
    if (left !== undefined) return this.#bind(left, y, exact);
    if (right !== undefined) return this.#bind(right, x, exact);
    if (!exact && x.kind !== y.kind) {
      // A declared type matches a type literal through its underlying type.
      if (x.kind === "named" && y.kind !== "parameter" && !isInterface(x)) return this.unify(underlying(x), y, exact);
      if (y.kind === "named" && x.kind !== "parameter" && !isInterface(y)) return this.unify(x, underlying(y), exact);
    }
    if (!exact && x.kind !== y.kind) {
      // A type parameter that is not looked for matches through the underlying type that all its types share.
      const core = x.kind === "parameter" ? coreType(x) : y.kind === "parameter" ? coreType(y) : undefined;
      if (core !== undefined) return x.kind === "parameter" ? this.unify(core, y, exact) : this.unify(x, core, exact);
    }
    if (!exact && isInterface(x) && !(x.kind === "named" && y.kind === "named" && x.symbol === y.symbol))
      return this.#methods(x, y);
    return this.#structure(x, y, exact);
  }

  #join(left: string, right: string, exact: boolean): boolean {
    if (left === right) return true;
    const [first, second] = [this.found.get(left), this.found.get(right)];
    if (first !== undefined && second !== undefined) return this.unify(first, second, exact);
    this.#joined.set(left, right);
    if (first !== undefined) this.found.set(right, first);
    this.found.delete(left);
    return true;
  }

  #bind(key: string, type: Type, exact: boolean): boolean {
    const known = this.found.get(key);
    if (known === undefined || known.kind === "unknown") {
      this.found.set(key, type);
      return true;
    }
    if (!this.unify(known, type, exact)) return false;
    // Of a declared type and a type literal the declared one is kept, of two channels the one that has a direction.
    if (type.kind === "named" && known.kind !== "named") this.found.set(key, type);
    else if (
      known.kind === "channel" &&
      type.kind === "channel" &&
      known.direction === "both" &&
      type.direction !== "both"
    )
      this.found.set(key, type);
    return true;
  }

  #methods(x: Type, y: Type): boolean {
    const set = typeSetOf(x);
    for (const [name, wanted] of set.methods) {
      const found = lookupMember(y, name, this.#from);
      if (typeof found === "object" && found.method !== undefined) {
        if (!this.unify(wanted, found.method.type, true)) return false;
      } else if (found === undefined) return false;
    }
    return true;
  }

  #structure(x: Type, y: Type, exact: boolean): boolean {
    switch (x.kind) {
      case "list":
        return y.kind === "list" && this.unify(x.element, y.element, true);
      case "array":
        return (
          y.kind === "array" &&
          (x.length === y.length || x.length < 0 || y.length < 0) &&
          this.unify(x.element, y.element, true)
        );
      case "dict":
        return y.kind === "dict" && this.unify(x.key, y.key, true) && this.unify(x.value, y.value, true);
      case "pointer":
        return y.kind === "pointer" && this.unify(x.target, y.target, true);
      case "channel": {
        const directions =
          y.kind === "channel" &&
          (x.direction === y.direction || (!exact && (x.direction === "both" || y.direction === "both")));
        return directions && this.unify(x.element, y.element, true);
      }
      case "function":
        return y.kind === "function" && this.#signatures(x, y);
      case "named":
        return (
          y.kind === "named" &&
          x.symbol === y.symbol &&
          x.arguments.every((argument, i) => this.unify(argument, y.arguments[i] ?? { kind: "unknown" }, true))
        );
      case "struct":
        return (
          y.kind === "struct" &&
          x.fields.length === y.fields.length &&
          x.fields.every(
            (field, i) => field.name === y.fields[i]!.name && this.unify(field.type, y.fields[i]!.type, true),
          )
        );
      case "interface": {
        if (y.kind !== "interface") return false;
        const [left, right] = [typeSetOf(x).methods, typeSetOf(y).methods];
        return (
          left.size === right.size &&
          [...left].every(([name, method]) => right.has(name) && this.unify(method, right.get(name)!, true))
        );
      }
      default:
        return identical(x, y);
    }
  }

  #signatures(x: FunctionType, y: FunctionType): boolean {
    if (x.parameters.length !== y.parameters.length) return false;
    const matched = x.parameters.every((parameter, i) => {
      const other = y.parameters[i]!;
      return (
        (parameter.kind === "variadic") === (other.kind === "variadic") && this.unify(parameter.type, other.type, true)
      );
    });
    const [left, right] = [resultsOf(x), resultsOf(y)];
    return matched && left.length === right.length && left.every((result, i) => this.unify(result, right[i]!, true));
  }
}
