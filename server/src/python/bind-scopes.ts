import type { NamingNode } from "./analysis-api.ts";
import {
  allArguments,
  expressionChildren,
  patternBinders,
  statementBlocks,
  statementExpressions,
} from "./bind-visit.ts";
import type {
  AsyncFunctionDef,
  ClassDef,
  DictComp,
  Expression,
  FunctionDef,
  GeneratorExp,
  Lambda,
  ListComp,
  SetComp,
  Statement,
  TypeParam,
} from "./tree.ts";

export type ComprehensionNode = ListComp | SetComp | DictComp | GeneratorExp;
export type ScopeNode = FunctionDef | AsyncFunctionDef | ClassDef | Lambda | ComprehensionNode;

/** A region of text in which names live. `node` is absent for the module's. */
export interface Scope {
  readonly kind: "module" | "function" | "lambda" | "class" | "comprehension";
  readonly node?: ScopeNode;
  readonly parent?: Scope;
  /** Dotted path of enclosing declarations. */
  readonly path: string;
  readonly variables: Map<string, ScopeVariable>;
  readonly globals: Set<string>;
  readonly nonlocals: Set<string>;
}

/** A name in its scope, before it is split by data flow. */
export interface ScopeVariable {
  readonly name: string;
  readonly scope: Scope;
  readonly isParameter: boolean;
  captured: boolean;
  /** The annotation of `name: T`, where there is one. */
  annotation?: Expression;
  /** What declares it, where that is all that does: a nested function, a class, an import. */
  readonly declarations: NamingNode[];
}

/** The scopes of one unit by the node that opens them. */
export interface ScopeTable {
  readonly module: Scope;
  readonly scopes: Map<ScopeNode, Scope>;
}

/** Builds the scopes of a unit and declares in each the names that are bound there. */
export function buildScopes(body: readonly Statement[]): ScopeTable {
  const module: Scope = { kind: "module", path: "", variables: new Map(), globals: new Set(), nonlocals: new Set() };
  const table: ScopeTable = { module, scopes: new Map() };
  declareBlock(body, module, table);
  return table;
}

function openScope(kind: Scope["kind"], node: ScopeNode, parent: Scope, table: ScopeTable, name: string): Scope {
  const path = parent.path === "" ? name : `${parent.path}.${name}`;
  const scope: Scope = { kind, node, parent, path, variables: new Map(), globals: new Set(), nonlocals: new Set() };
  table.scopes.set(node, scope);
  return scope;
}

function declare(scope: Scope, name: string, node: NamingNode, isParameter = false): void {
  if (scope.globals.has(name)) {
    let module = scope;
    while (module.parent) module = module.parent;
    declare(module, name, node);
    return;
  }
  if (scope.nonlocals.has(name)) return;
  const known = scope.variables.get(name);
  if (known) known.declarations.push(node);
  else scope.variables.set(name, { name, scope, isParameter, captured: false, declarations: [node] });
}

/** `global` and `nonlocal` hold for the whole scope, so they are read before anything is declared. */
function declareOutside(body: readonly Statement[], scope: Scope): void {
  for (const statement of body) {
    if (statement.kind === "Global") for (const name of statement.names) scope.globals.add(name);
    else if (statement.kind === "Nonlocal") for (const name of statement.names) scope.nonlocals.add(name);
    else if (!["FunctionDef", "AsyncFunctionDef", "ClassDef"].includes(statement.kind))
      for (const block of statementBlocks(statement)) declareOutside(block, scope);
  }
}

function declareBlock(body: readonly Statement[], scope: Scope, table: ScopeTable): void {
  for (const statement of body) declareStatement(statement, scope, table);
}

function declareStatement(node: Statement, scope: Scope, table: ScopeTable): void {
  for (const expression of statementExpressions(node)) declareInExpression(expression, scope, table);
  switch (node.kind) {
    case "FunctionDef":
    case "AsyncFunctionDef": {
      declare(scope, node.name, node);
      const inner = openScope("function", node, scope, table, node.name);
      declareOutside(node.body, inner);
      declareTypeParams(node.typeParams, inner);
      for (const arg of allArguments(node.args)) declare(inner, arg.arg, arg, true);
      declareBlock(node.body, inner, table);
      return;
    }
    case "ClassDef": {
      declare(scope, node.name, node);
      const inner = openScope("class", node, scope, table, node.name);
      declareTypeParams(node.typeParams, inner);
      declareBlock(node.body, inner, table);
      return;
    }
    case "Assign":
      for (const target of node.targets) declareTarget(target, scope);
      return;
    case "AugAssign":
      declareTarget(node.target, scope);
      return;
    case "AnnAssign":
      declareTarget(node.target, scope);
      if (node.target.kind === "Name") {
        const variable = scope.variables.get(node.target.id);
        if (variable) variable.annotation ??= node.annotation;
      }
      return;
    case "TypeAlias":
      declareTarget(node.name, scope);
      declareTypeParams(node.typeParams, scope);
      return;
    case "Import":
    case "ImportFrom":
      for (const alias of node.names) {
        if (alias.name !== "*")
          declare(scope, alias.asname ?? (node.kind === "Import" ? alias.name.split(".")[0]! : alias.name), alias);
      }
      return;
    case "For":
    case "AsyncFor":
      declareTarget(node.target, scope);
      break;
    case "With":
    case "AsyncWith":
      for (const item of node.items) if (item.optionalVars) declareTarget(item.optionalVars, scope);
      break;
    case "Try":
    case "TryStar":
      for (const handler of node.handlers) if (handler.name !== undefined) declare(scope, handler.name, handler);
      break;
    case "Match":
      for (const part of node.cases) {
        for (const binder of patternBinders(part.pattern)) {
          const name = binder.kind === "MatchMapping" ? binder.rest : binder.name;
          if (name !== undefined) declare(scope, name, binder);
        }
      }
      break;
    default:
  }
  for (const block of statementBlocks(node)) declareBlock(block, scope, table);
}

function declareTypeParams(params: readonly TypeParam[], scope: Scope): void {
  for (const param of params) if (param.kind !== "Invalid") declare(scope, param.name, param);
}

function declareTarget(target: Expression, scope: Scope): void {
  if (target.kind === "Name") declare(scope, target.id, target);
  else if (target.kind === "Tuple" || target.kind === "List")
    for (const part of target.elts) declareTarget(part, scope);
  else if (target.kind === "Starred") declareTarget(target.value, scope);
}

function declareInExpression(node: Expression, scope: Scope, table: ScopeTable): void {
  switch (node.kind) {
    case "NamedExpr": {
      // A walrus inside a comprehension binds in the scope around it.
      let target = scope;
      while (target.kind === "comprehension" && target.parent) target = target.parent;
      declare(target, node.target.id, node.target);
      declareInExpression(node.value, scope, table);
      return;
    }
    case "Lambda": {
      const inner = openScope("lambda", node, scope, table, "<lambda>");
      for (const arg of allArguments(node.args)) {
        if (arg.default) declareInExpression(arg.default, scope, table);
        declare(inner, arg.arg, arg, true);
      }
      declareInExpression(node.body, inner, table);
      return;
    }
    case "ListComp":
    case "SetComp":
    case "GeneratorExp":
    case "DictComp": {
      const inner = openScope("comprehension", node, scope, table, "<comprehension>");
      node.generators.forEach((part, index) => {
        declareInExpression(part.iter, index === 0 ? scope : inner, table);
        declareTarget(part.target, inner);
        for (const test of part.ifs) declareInExpression(test, inner, table);
      });
      if (node.kind === "DictComp") {
        declareInExpression(node.key, inner, table);
        declareInExpression(node.value, inner, table);
      } else declareInExpression(node.elt, inner, table);
      return;
    }
    default:
      for (const child of expressionChildren(node)) declareInExpression(child, scope, table);
  }
}

/** Where a name used in `scope` is bound, by Python's rules; undefined where it is left to the module or the builtins. */
export function lookUp(scope: Scope, name: string): ScopeVariable | undefined {
  let current: Scope | undefined = scope;
  let first = true;
  while (current) {
    if (current.globals.has(name)) {
      while (current.parent) current = current.parent;
      return current.variables.get(name);
    }
    // Names of a class body are not seen from the functions inside it.
    if ((first || current.kind !== "class") && !current.nonlocals.has(name)) {
      const found = current.variables.get(name);
      if (found) return found;
    }
    if (current.kind !== "comprehension") first = false;
    current = current.parent;
  }
  return undefined;
}
