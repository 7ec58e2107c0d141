import type { NamingNode } from "./analysis-api.ts";
import {
  allArguments,
  argumentDefaults,
  expressionChildren,
  patternBinders,
  patternExpressions,
} from "./bind-visit.ts";
import { type Scope, type ScopeTable, type ScopeVariable, lookUp } from "./bind-scopes.ts";
import { definitionsIn } from "./bind-definitions.ts";
import { type UnitBinding, WebBuilder } from "./bind-webs.ts";
import type { Comprehension, Expression, Name, Statement } from "./tree.ts";

type State = Map<ScopeVariable, readonly number[]>;

/** Follows the flow of definitions through a unit. `shared` says which module-level names other units use: those are left to the module. */
export function bindUnit(
  body: readonly Statement[],
  table: ScopeTable,
  shared: (name: string) => boolean,
): UnitBinding {
  return new FlowBinder(table, shared).run(body);
}

class FlowBinder {
  private readonly webs = new WebBuilder();
  private readonly globals = new Map<NamingNode, string>();
  private readonly reads = new Map<string, "top" | "function">();
  private readonly deferred: (() => void)[] = [];
  private state: State | undefined = new Map();
  private scope: Scope;
  private readonly table: ScopeTable;
  private readonly shared: (name: string) => boolean;

  constructor(table: ScopeTable, shared: (name: string) => boolean) {
    this.table = table;
    this.shared = shared;
    this.scope = table.module;
  }

  run(body: readonly Statement[]): UnitBinding {
    this.block(body);
    for (let next = this.deferred.shift(); next; next = this.deferred.shift()) next();
    return { table: this.table, ...this.webs.collect(), globals: this.globals, reads: this.reads };
  }

  private isModuleName(variable: ScopeVariable | undefined, name: string): boolean {
    return variable === undefined || (variable.scope.kind === "module" && this.shared(name));
  }

  private inFunction(): boolean {
    for (let scope: Scope | undefined = this.scope; scope; scope = scope.parent)
      if (scope.kind === "function" || scope.kind === "lambda") return true;
    return false;
  }

  private define(node: NamingNode, name: string): void {
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

  private use(node: Name, isRead = true): void {
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

  // Statements.

  private block(body: readonly Statement[]): void {
    for (const statement of body) this.statement(statement);
  }

  private statement(node: Statement): void {
    switch (node.kind) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.functionDefinition(node);
        return;
      case "ClassDef":
        this.classDefinition(node);
        return;
      case "Return":
        if (node.value) this.expression(node.value);
        this.state = undefined;
        return;
      case "Raise":
        if (node.exc) this.expression(node.exc);
        if (node.cause) this.expression(node.cause);
        this.state = undefined;
        return;
      case "Break":
      case "Continue":
        this.state = undefined;
        return;
      case "Delete":
        for (const target of node.targets) {
          if (target.kind === "Name") this.use(target, false);
          else this.expression(target);
        }
        return;
      case "Assign":
        this.expression(node.value);
        for (const target of node.targets) this.target(target);
        return;
      case "AugAssign":
        this.augmented(node.target, node.value);
        return;
      case "AnnAssign":
        this.annotation(node.annotation);
        if (node.value) this.expression(node.value);
        if (node.value || node.target.kind !== "Name") this.target(node.target);
        else this.declareOnly(node.target);
        return;
      case "TypeAlias":
        this.target(node.name);
        this.annotation(node.value);
        return;
      case "For":
      case "AsyncFor":
        this.expression(node.iter);
        this.loop(
          node,
          () => {
            this.target(node.target);
            this.block(node.body);
          },
          node.orelse,
        );
        return;
      case "While":
        this.loop(
          node,
          () => {
            this.expression(node.test);
            this.block(node.body);
          },
          node.orelse,
        );
        return;
      case "If": {
        this.expression(node.test);
        const before = this.copy();
        this.block(node.body);
        const after = this.state;
        this.state = before;
        this.block(node.orelse);
        this.state = mergeStates(after, this.state);
        return;
      }
      case "With":
      case "AsyncWith":
        for (const item of node.items) {
          this.expression(item.contextExpr);
          if (item.optionalVars) this.target(item.optionalVars);
        }
        this.block(node.body);
        return;
      case "Match":
        this.match(node);
        return;
      case "Try":
      case "TryStar":
        this.tryStatement(node);
        return;
      case "Assert":
        this.expression(node.test);
        if (node.msg) this.expression(node.msg);
        return;
      case "Import":
      case "ImportFrom":
        for (const alias of node.names) {
          if (alias.name !== "*")
            this.define(alias, alias.asname ?? (node.kind === "Import" ? alias.name.split(".")[0]! : alias.name));
        }
        return;
      case "Expr":
        this.expression(node.value);
        return;
      default:
    }
  }

  private copy(): State | undefined {
    return this.state && new Map(this.state);
  }

  private declareOnly(target: Name): void {
    // `x: T` alone declares and binds nothing; the definition stands for the variable.
    this.define(target, target.id);
  }

  private augmented(target: Expression, value: Expression): void {
    if (target.kind !== "Name") {
      this.expression(target);
      this.expression(value);
      return;
    }
    const variable = lookUp(this.scope, target.id);
    const reaching = variable && this.state?.get(variable);
    this.use(target);
    this.expression(value);
    if (reaching && reaching.length > 0) {
      this.define(target, target.id);
      this.webs.unite(reaching[0]!, this.webs.definitionOf(target) ?? reaching[0]!);
    } else this.define(target, target.id);
  }

  private loop(node: Statement, body: () => void, orelse: readonly Statement[]): void {
    this.addDefinitionsOf(node);
    const head = this.copy();
    body();
    this.state = mergeStates(head, this.state);
    const exit = this.copy();
    this.block(orelse);
    this.state = mergeStates(exit, this.state);
  }

  /** Whatever is bound inside may reach the start of a loop, or a handler. */
  private addDefinitionsOf(...nodes: Statement[]): void {
    if (!this.state) return;
    for (const { node, name } of nodes.flatMap((statement) => definitionsIn(statement))) {
      const variable = lookUp(this.scope, name);
      if (!variable || this.isModuleName(variable, name)) continue;
      const index = this.webs.define(node, variable);
      const known = this.state.get(variable) ?? [];
      if (!known.includes(index)) this.state.set(variable, [...known, index]);
    }
  }

  private tryStatement(node: Extract<Statement, { kind: "Try" | "TryStar" }>): void {
    const before = this.copy();
    this.block(node.body);
    this.block(node.orelse);
    let after = this.state;
    for (const handler of node.handlers) {
      this.state = before && new Map(before);
      this.addDefinitionsOf(...node.body);
      if (handler.type) this.expression(handler.type);
      if (handler.name !== undefined) this.define(handler, handler.name);
      this.block(handler.body);
      after = mergeStates(after, this.state);
    }
    this.state = after;
    if (node.finalbody.length > 0) {
      const alive = this.state !== undefined;
      this.state = mergeStates(this.state, before && new Map(before));
      this.addDefinitionsOf(...node.body, ...node.handlers.flatMap((handler) => handler.body));
      this.block(node.finalbody);
      if (!alive) this.state = undefined;
    }
  }

  private match(node: Extract<Statement, { kind: "Match" }>): void {
    this.expression(node.subject);
    let after: State | undefined = this.copy();
    for (const part of node.cases) {
      const before = this.copy();
      for (const expression of patternExpressions(part.pattern)) this.expression(expression);
      for (const binder of patternBinders(part.pattern))
        this.define(binder, (binder.kind === "MatchMapping" ? binder.rest : binder.name)!);
      if (part.guard) this.expression(part.guard);
      this.block(part.body);
      after = mergeStates(after, this.state);
      this.state = before;
    }
    this.state = after;
  }

  private functionDefinition(node: Extract<Statement, { kind: "FunctionDef" | "AsyncFunctionDef" }>): void {
    for (const expression of [...node.decoratorList, ...argumentDefaults(node.args)]) this.expression(expression);
    const inner = this.table.scopes.get(node)!;
    for (const annotation of [...allArguments(node.args).map((arg) => arg.annotation), node.returns])
      if (annotation) this.annotation(annotation, inner);
    this.define(node, node.name);
    this.defer(inner, () => {
      for (const param of node.typeParams) if (param.kind !== "Invalid") this.define(param, param.name);
      for (const arg of allArguments(node.args)) this.define(arg, arg.arg);
      this.block(node.body);
    });
  }

  private defer(scope: Scope, body: () => void): void {
    this.deferred.push(() => {
      const [outerScope, outerState] = [this.scope, this.state];
      this.scope = scope;
      this.state = new Map();
      body();
      this.scope = outerScope;
      this.state = outerState;
    });
  }

  private classDefinition(node: Extract<Statement, { kind: "ClassDef" }>): void {
    for (const expression of [...node.decoratorList, ...node.keywords.map((keyword) => keyword.value)])
      this.expression(expression);
    const outer = this.scope;
    const inner = this.table.scopes.get(node)!;
    for (const base of node.bases) this.annotation(base, inner);
    this.scope = inner;
    for (const param of node.typeParams) if (param.kind !== "Invalid") this.define(param, param.name);
    this.block(node.body);
    this.scope = outer;
    this.define(node, node.name);
  }

  // Expressions.

  private target(node: Expression): void {
    if (node.kind === "Name") this.define(node, node.id);
    else if (node.kind === "Tuple" || node.kind === "List") for (const part of node.elts) this.target(part);
    else if (node.kind === "Starred") this.target(node.value);
    else this.expression(node);
  }

  /** Names in annotations are uses that no flow decides. */
  private annotation(node: Expression, scope = this.scope): void {
    if (node.kind === "Name") {
      const variable = lookUp(scope, node.id);
      if (this.isModuleName(variable, node.id)) {
        this.globals.set(node, node.id);
        if (!this.reads.has(node.id)) this.reads.set(node.id, "function");
      } else if (variable) this.webs.useUnreached(node, variable, false);
      return;
    }
    for (const child of expressionChildren(node)) this.annotation(child, scope);
  }

  private expression(node: Expression): void {
    switch (node.kind) {
      case "Name":
        this.use(node);
        return;
      case "NamedExpr": {
        this.expression(node.value);
        const scope = this.scope;
        while (this.scope.kind === "comprehension" && this.scope.parent) this.scope = this.scope.parent;
        this.define(node.target, node.target.id);
        this.scope = scope;
        return;
      }
      case "BoolOp": {
        this.expression(node.values[0]!);
        for (const value of node.values.slice(1)) this.maybe(value);
        return;
      }
      case "IfExp":
        this.expression(node.test);
        this.maybe(node.body);
        this.maybe(node.orelse);
        return;
      case "Lambda": {
        for (const expression of argumentDefaults(node.args)) this.expression(expression);
        this.defer(this.table.scopes.get(node)!, () => {
          for (const arg of allArguments(node.args)) this.define(arg, arg.arg);
          this.expression(node.body);
        });
        return;
      }
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
        this.comprehension(node, node.generators, [node.elt]);
        return;
      case "DictComp":
        this.comprehension(node, node.generators, [node.key, node.value]);
        return;
      default:
        for (const child of expressionChildren(node)) this.expression(child);
    }
  }

  private maybe(node: Expression): void {
    const before = this.copy();
    this.expression(node);
    this.state = mergeStates(before, this.state);
  }

  private comprehension(
    node: Extract<Expression, { kind: "ListComp" | "SetComp" | "GeneratorExp" | "DictComp" }>,
    parts: readonly Comprehension[],
    results: Expression[],
  ): void {
    const outer = this.scope;
    const inner = this.table.scopes.get(node)!;
    parts.forEach((part, index) => {
      this.scope = index === 0 ? outer : inner;
      this.expression(part.iter);
      this.scope = inner;
      this.target(part.target);
      for (const test of part.ifs) this.expression(test);
    });
    for (const result of results) this.expression(result);
    this.scope = outer;
  }
}

function mergeStates(a: State | undefined, b: State | undefined): State | undefined {
  if (!a) return b;
  if (!b) return a;
  const merged = new Map(a);
  for (const [variable, indices] of b) {
    const known = merged.get(variable);
    if (known === undefined) merged.set(variable, indices);
    else if (known !== indices) {
      const added = indices.filter((index) => !known.includes(index));
      if (added.length > 0) merged.set(variable, [...known, ...added]);
    }
  }
  return merged;
}
