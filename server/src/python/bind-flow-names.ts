import type { NamingNode } from "./analysis-api.ts";
import { type Scope, type ScopeTable, type ScopeVariable, lookUp } from "./bind-scopes.ts";
import type { State } from "./bind-states.ts";
import { type UnitBinding, WebBuilder } from "./bind-webs.ts";
import type { Name } from "./tree.ts";

/** What a unit's names refer to as the walk stands: the scope it is in, and the definitions that reach it. */
export abstract class FlowNames {
  protected readonly webs = new WebBuilder();
  protected readonly globals = new Map<NamingNode, string>();
  protected readonly reads = new Map<string, "top" | "function">();
  private readonly deferred: (() => void)[] = [];
  protected state: State | undefined = new Map();
  protected scope: Scope;
  protected readonly table: ScopeTable;
  private readonly shared: (name: string) => boolean;

  constructor(table: ScopeTable, shared: (name: string) => boolean) {
    this.table = table;
    this.shared = shared;
    this.scope = table.module;
  }

  /** Walks what was put off, and gives what was found. */
  protected finish(): UnitBinding {
    for (let next = this.deferred.shift(); next; next = this.deferred.shift()) next();
    return { table: this.table, ...this.webs.collect(), globals: this.globals, reads: this.reads };
  }

  /** Whether a name is left to the module or the builtins. */
  protected isModuleName(variable: ScopeVariable | undefined, name: string): boolean {
    return variable === undefined || (variable.scope.kind === "module" && this.shared(name));
  }

  private inFunction(): boolean {
    for (let scope: Scope | undefined = this.scope; scope; scope = scope.parent)
      if (scope.kind === "function" || scope.kind === "lambda") return true;
    return false;
  }

  /** A node gives a name a value here. */
  protected define(node: NamingNode, name: string): void {
    const variable = lookUp(this.scope, name);
    if (variable === undefined || this.isModuleName(variable, name)) {
      this.globals.set(node, name);
      return;
    }
    const index = this.webs.define(node, variable);
    if (this.functionScope(variable.scope) !== this.functionScope(this.scope)) variable.captured = true;
    this.state?.set(variable, [index]);
  }

  private functionScope(scope: Scope): Scope {
    let current = scope;
    while (current.kind === "comprehension" && current.parent) current = current.parent;
    return current;
  }

  /** A name is used here; `isRead` says whether for its value. */
  protected use(node: Name, isRead = true): void {
    const variable = lookUp(this.scope, node.id);
    if (variable === undefined || this.isModuleName(variable, node.id)) {
      this.globals.set(node, node.id);
      if (isRead && this.reads.get(node.id) !== "function")
        this.reads.set(node.id, this.inFunction() ? "function" : "top");
      return;
    }
    if (this.functionScope(variable.scope) !== this.functionScope(this.scope)) {
      variable.captured = true;
      const first = variable.declarations
        .map((declaration) => this.webs.definitionOf(declaration))
        .find((index) => index !== undefined);
      if (first !== undefined) this.webs.use(node, first, isRead);
      else this.webs.useUnreached(node, variable, isRead);
      if (variable.scope.kind === "module" && isRead) this.reads.set(node.id, "function");
      return;
    }
    const reaching = this.state?.get(variable) ?? [];
    if (reaching.length === 0) {
      this.webs.useUnreached(node, variable, isRead);
      return;
    }
    for (const index of reaching) this.webs.unite(reaching[0]!, index);
    this.webs.use(node, reaching[0]!, isRead);
  }

  /** The present state, for a flow that may go another way. */
  protected copy(): State | undefined {
    return this.state && new Map(this.state);
  }

  /** Walks a function's body after the rest of the unit, in its own scope. */
  protected defer(scope: Scope, body: () => void): void {
    this.deferred.push(() => {
      const [outerScope, outerState] = [this.scope, this.state];
      this.scope = scope;
      this.state = new Map();
      body();
      this.scope = outerScope;
      this.state = outerState;
    });
  }
}
