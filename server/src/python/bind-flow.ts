import { definitionsIn } from "./bind-definitions.ts";
import { FlowExpressions } from "./bind-flow-expressions.ts";
import { type ScopeTable, lookUp } from "./bind-scopes.ts";
import { type State, mergeStates } from "./bind-states.ts";
import { allArguments, argumentDefaults, patternBinders, patternExpressions } from "./bind-visit.ts";
import type { UnitBinding } from "./bind-webs.ts";
import type { Expression, Name, Statement } from "./tree.ts";

/** Follows the flow of definitions through a unit. `shared` says which module-level names other units use: those are left to the module. */
export function bindUnit(
  body: readonly Statement[],
  table: ScopeTable,
  shared: (name: string) => boolean,
): UnitBinding {
  return new FlowBinder(table, shared).run(body);
}

/** Follows the flow of definitions through statements. */
class FlowBinder extends FlowExpressions {
  run(body: readonly Statement[]): UnitBinding {
    this.block(body);
    return this.finish();
  }

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
}
