import { FlowNames } from "./bind-flow-names.ts";
import { lookUp } from "./bind-scopes.ts";
import { mergeStates } from "./bind-states.ts";
import { allArguments, argumentDefaults, expressionChildren } from "./bind-visit.ts";
import type { Comprehension, Expression } from "./tree.ts";

/** Follows the flow of definitions through expressions and the targets of assignments. */
export abstract class FlowExpressions extends FlowNames {
  /** Follows an assignment to a target. */
  protected target(node: Expression): void {
    if (node.kind === "Name") this.define(node, node.id);
    else if (node.kind === "Tuple" || node.kind === "List") for (const part of node.elts) this.target(part);
    else if (node.kind === "Starred") this.target(node.value);
    else this.expression(node);
  }

  /** Names in annotations are uses that no flow decides. */
  protected annotation(node: Expression, scope = this.scope): void {
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

  /** Follows the uses and definitions of an expression, in the order of evaluation. */
  protected expression(node: Expression): void {
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
