import { ancestors } from "../types/relations.ts";
import type { Type, TypeSymbol } from "../types/type.ts";
import type { FunctionSummary } from "./summaries.ts";

/** The classes and methods of a program by what they inherit from, so that questions about a class cost what its relatives are and not all classes. */
export class ClassIndex {
  readonly #methods = new Map<string, MethodsOfName>();
  readonly #subclasses = new Map<TypeSymbol, TypeSymbol[]>();

  constructor(classes: readonly TypeSymbol[], functions: readonly FunctionSummary[]) {
    for (const symbol of classes)
      for (const base of basesOf(symbol)) if (base !== symbol) add(this.#subclasses, base, symbol);
    for (const summary of functions) {
      if (summary.method === undefined) continue;
      let methods = this.#methods.get(summary.method);
      if (!methods) this.#methods.set(summary.method, (methods = new MethodsOfName(summary.isConstructor)));
      methods.add(summary);
    }
  }

  /** The classes that inherit from this one, in the order of the program. */
  subclasses(symbol: TypeSymbol): readonly TypeSymbol[] {
    return this.#subclasses.get(symbol) ?? [];
  }

  /** The methods that a call may reach: those of the class, its bases and its subclasses, and of interfaces that it may implement. */
  methods(symbol: TypeSymbol, name: string): readonly FunctionSummary[] {
    return this.#methods.get(name)?.reachedFrom(symbol) ?? [];
  }

  /** Whether a subclass has a method of this name. */
  isOverridden(symbol: TypeSymbol, name: string): boolean {
    return (
      this.#methods
        .get(name)
        ?.below(symbol)
        .some((summary) => summary.symbol !== symbol) === true
    );
  }
}

/** The methods of one name. */
class MethodsOfName {
  readonly #isInitializer: boolean;
  readonly #all: FunctionSummary[] = [];
  readonly #bySymbol = new Map<TypeSymbol, FunctionSummary[]>();
  /** Those of each class and of all that inherit from it. */
  readonly #below = new Map<TypeSymbol, FunctionSummary[]>();
  readonly #ofInterfaces: FunctionSummary[] = [];
  readonly #positions = new Map<FunctionSummary, number>();
  readonly #reached = new Map<TypeSymbol, readonly FunctionSummary[]>();

  /** `isInitializer`: each class has its own, which stands behind no other call. */
  constructor(isInitializer: boolean) {
    this.#isInitializer = isInitializer;
  }

  add(summary: FunctionSummary): void {
    const { symbol } = summary;
    if (symbol === undefined) return;
    this.#positions.set(summary, this.#all.length);
    this.#all.push(summary);
    add(this.#bySymbol, symbol, summary);
    for (const base of basesOf(symbol)) add(this.#below, base, summary);
    if (symbol.form === "interface") this.#ofInterfaces.push(summary);
  }

  below(symbol: TypeSymbol): readonly FunctionSummary[] {
    return this.#below.get(symbol) ?? [];
  }

  /** The methods of all classes that the class may stand for, in the order of the program. Each question is answered once. */
  reachedFrom(symbol: TypeSymbol): readonly FunctionSummary[] {
    if (symbol.form === "interface") return this.#all;
    let found = this.#reached.get(symbol);
    if (!found) {
      // What derives from one base that has the method stands behind the same calls, so that all have one signature.
      const roots = basesOf(symbol).filter((base) => this.#bySymbol.has(base));
      const related = new Set([
        ...this.below(symbol),
        ...roots.flatMap((root) => (this.#isInitializer ? this.#bySymbol.get(root)! : this.below(root))),
        ...this.#ofInterfaces,
      ]);
      found = [...related].sort((left, right) => this.#positions.get(left)! - this.#positions.get(right)!);
      this.#reached.set(symbol, found);
    }
    return found;
  }
}

/** The class and all that it inherits from. */
function basesOf(symbol: TypeSymbol): readonly TypeSymbol[] {
  if (symbol.bases.length === 0) return [symbol];
  const type: Type = { kind: "named", symbol, arguments: [] };
  return [...new Set([symbol, ...ancestors(type).flatMap((base) => (base.kind === "named" ? [base.symbol] : []))])];
}

function add<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}
