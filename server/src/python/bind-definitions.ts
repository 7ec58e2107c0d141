import type { NamingNode } from "./analysis-api.ts";
import { expressionChildren, patternBinders } from "./bind-visit.ts";
import type { Expression, Statement } from "./tree.ts";

export interface Defined {
  readonly node: NamingNode;
  readonly name: string;
}

const definitionCache = new WeakMap<Statement, readonly Defined[]>();

/** What a statement binds by itself and in its blocks, nested functions and classes aside. */
export function definitionsIn(statement: Statement): readonly Defined[] {
  const cached = definitionCache.get(statement);
  if (cached) return cached;
  const found: Defined[] = [];
  collectDefinitions(statement, found);
  definitionCache.set(statement, found);
  return found;
}

function collectDefinitions(node: Statement, found: Defined[]): void {
  const target = (expression: Expression): void => {
    if (expression.kind === "Name") found.push({ node: expression, name: expression.id });
    else if (expression.kind === "Tuple" || expression.kind === "List") expression.elts.forEach(target);
    else if (expression.kind === "Starred") target(expression.value);
  };
  const walrus = (expression: Expression): void => {
    if (expression.kind === "Lambda") return;
    if (expression.kind === "NamedExpr") target(expression.target);
    expressionChildren(expression).forEach(walrus);
  };
  const block = (body: readonly Statement[]): void => {
    for (const inner of body) found.push(...definitionsIn(inner));
  };
  switch (node.kind) {
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
      found.push({ node, name: node.name });
      return;
    case "Assign":
      walrus(node.value);
      node.targets.forEach(target);
      return;
    case "AugAssign":
      target(node.target);
      return;
    case "AnnAssign":
      if (node.value) target(node.target);
      return;
    case "For":
    case "AsyncFor":
      target(node.target);
      block(node.body);
      block(node.orelse);
      return;
    case "While":
    case "If":
      walrus(node.test);
      block(node.body);
      block(node.orelse);
      return;
    case "With":
    case "AsyncWith":
      for (const item of node.items) if (item.optionalVars) target(item.optionalVars);
      block(node.body);
      return;
    case "Try":
    case "TryStar":
      block(node.body);
      for (const handler of node.handlers) {
        if (handler.name !== undefined) found.push({ node: handler, name: handler.name });
        block(handler.body);
      }
      block(node.orelse);
      block(node.finalbody);
      return;
    case "Match":
      for (const part of node.cases) {
        for (const binder of patternBinders(part.pattern))
          found.push({ node: binder, name: (binder.kind === "MatchMapping" ? binder.rest : binder.name)! });
        block(part.body);
      }
      return;
    case "Import":
    case "ImportFrom":
      for (const alias of node.names)
        if (alias.name !== "*")
          found.push({
            node: alias,
            name: alias.asname ?? (node.kind === "Import" ? alias.name.split(".")[0]! : alias.name),
          });
      return;
    case "Expr":
      walrus(node.value);
      return;
    case "Return":
      if (node.value) walrus(node.value);
      return;
    default:
  }
}
