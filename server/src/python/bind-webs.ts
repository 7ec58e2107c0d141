import type { NamingNode } from "./analysis-api.ts";
import type { ScopeTable, ScopeVariable } from "./bind-scopes.ts";

/**
 * Definitions of one variable whose values may meet in one use. A variable that is bound anew where no old value can be read any more has several;
 * they become one binding again unless their types differ.
 */
export interface Web {
  readonly id: number;
  readonly variable: ScopeVariable;
  readonly definitions: NamingNode[];
  reads: number;
}

/** What each occurrence of a name in a unit refers to. */
export interface UnitBinding {
  readonly table: ScopeTable;
  /** Occurrences of names that live in the unit alone. */
  readonly webs: Map<NamingNode, Web>;
  /** All webs, in order of their first definition. */
  readonly allWebs: readonly Web[];
  /** Occurrences of names that the module or the builtins define. */
  readonly globals: Map<NamingNode, string>;
  /** Module-level names read here, and whether from inside a function. */
  readonly reads: Map<string, "top" | "function">;
}

interface Definition {
  readonly node: NamingNode;
  readonly variable: ScopeVariable;
  parent: number;
}

/** Collects definitions and uses, and joins the definitions that meet in a use. */
export class WebBuilder {
  private readonly definitions: Definition[] = [];
  private readonly byNode = new Map<NamingNode, number>();
  private readonly uses: { node: NamingNode; definition: number; isRead: boolean }[] = [];
  private readonly unreached: { node: NamingNode; variable: ScopeVariable; isRead: boolean }[] = [];

  /** The number of the definition that a node makes. */
  define(node: NamingNode, variable: ScopeVariable): number {
    let index = this.byNode.get(node);
    if (index === undefined) {
      index = this.definitions.length;
      this.definitions.push({ node, variable, parent: index });
      this.byNode.set(node, index);
    }
    return index;
  }

  definitionOf(node: NamingNode): number | undefined {
    return this.byNode.get(node);
  }

  use(node: NamingNode, definition: number, isRead: boolean): void {
    this.uses.push({ node, definition, isRead });
  }

  /** A use that no definition is known to reach. */
  useUnreached(node: NamingNode, variable: ScopeVariable, isRead: boolean): void {
    this.unreached.push({ node, variable, isRead });
  }

  /** The webs, and the web of each definition and use. */
  collect(): Pick<UnitBinding, "webs" | "allWebs"> {
    this.uniteCaptured();
    const webs = new Map<NamingNode, Web>();
    const byRoot = new Map<number, Web>();
    this.definitions.forEach((definition, index) => {
      const root = this.root(index);
      let web = byRoot.get(root);
      if (!web) byRoot.set(root, (web = { id: byRoot.size, variable: definition.variable, definitions: [], reads: 0 }));
      web.definitions.push(definition.node);
      webs.set(definition.node, web);
    });
    for (const use of this.uses) {
      const web = byRoot.get(this.root(use.definition))!;
      if (use.isRead) web.reads++;
      webs.set(use.node, web);
    }
    const allWebs = [...byRoot.values()];
    for (const use of this.unreached) {
      const web = allWebs.find((candidate) => candidate.variable === use.variable);
      if (!web) continue;
      if (use.isRead) web.reads++;
      webs.set(use.node, web);
    }
    return { webs, allWebs };
  }

  private root(index: number): number {
    let current = index;
    while (this.definitions[current]!.parent !== current) current = this.definitions[current]!.parent;
    return current;
  }

  unite(a: number, b: number): void {
    const [x, y] = [this.root(a), this.root(b)];
    if (x !== y) this.definitions[Math.max(x, y)]!.parent = Math.min(x, y);
  }

  /** A variable that an inner function sees may be read and written at any time, so that all its values may meet. */
  private uniteCaptured(): void {
    const first = new Map<ScopeVariable, number>();
    this.definitions.forEach(({ variable }, index) => {
      if (!variable.captured && variable.scope.kind !== "class") return;
      const known = first.get(variable);
      if (known === undefined) first.set(variable, index);
      else this.unite(known, index);
    });
  }
}
