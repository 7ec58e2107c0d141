import type { Arguments, Expression, Pattern, PythonNode, Statement } from "./tree.ts";

/** The expressions directly inside an expression, in order of evaluation; parts of lambdas and comprehensions included. */
export function expressionChildren(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "BoolOp":
    case "JoinedStr":
      return node.values;
    case "NamedExpr":
      return [node.value, node.target];
    case "BinOp":
      return [node.left, node.right];
    case "UnaryOp":
      return [node.operand];
    case "Lambda":
      return [...argumentDefaults(node.args), node.body];
    case "IfExp":
      return [node.test, node.body, node.orelse];
    case "Dict":
      return node.items.flatMap((item) => (item.key ? [item.key, item.value] : [item.value]));
    case "Set":
    case "List":
    case "Tuple":
      return node.elts;
    case "ListComp":
    case "SetComp":
    case "GeneratorExp":
      return [...node.generators.flatMap((part) => [part.iter, part.target, ...part.ifs]), node.elt];
    case "DictComp":
      return [...node.generators.flatMap((part) => [part.iter, part.target, ...part.ifs]), node.key, node.value];
    case "Await":
    case "YieldFrom":
    case "Attribute":
    case "Starred":
      return [node.value];
    case "Yield":
      return node.value ? [node.value] : [];
    case "Compare":
      return [node.left, ...node.comparisons.map((part) => part.right)];
    case "Call":
      return [node.func, ...node.args, ...node.keywords.map((keyword) => keyword.value)];
    case "FormattedValue":
      return node.formatSpec ? [node.value, node.formatSpec] : [node.value];
    case "Subscript":
      return [node.value, node.slice];
    case "Slice":
      return [node.lower, node.upper, node.step].filter((part) => part !== undefined);
    default:
      return [];
  }
}

/** All parameters of a function, in the order of the source. */
export function allArguments(args: Arguments) {
  return [
    ...args.posonlyargs,
    ...args.args,
    ...(args.vararg ? [args.vararg] : []),
    ...args.kwonlyargs,
    ...(args.kwarg ? [args.kwarg] : []),
  ];
}

export function argumentDefaults(args: Arguments): Expression[] {
  return allArguments(args).flatMap((arg) => (arg.default ? [arg.default] : []));
}

/** The expressions that a statement evaluates itself, without those of statements inside it. Annotations are left out. */
export function statementExpressions(node: Statement): readonly Expression[] {
  switch (node.kind) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      return [...node.decoratorList, ...argumentDefaults(node.args)];
    case "ClassDef":
      return [...node.decoratorList, ...node.bases, ...node.keywords.map((keyword) => keyword.value)];
    case "Return":
    case "Expr":
      return node.value ? [node.value] : [];
    case "Delete":
      return node.targets;
    case "Assign":
      return [node.value, ...node.targets];
    case "AugAssign":
      return [node.target, node.value];
    case "AnnAssign":
      return node.value ? [node.value, node.target] : [node.target];
    case "For":
    case "AsyncFor":
      return [node.iter, node.target];
    case "While":
    case "If":
      return [node.test];
    case "With":
    case "AsyncWith":
      return node.items.flatMap((item) =>
        item.optionalVars ? [item.contextExpr, item.optionalVars] : [item.contextExpr],
      );
    case "Match":
      return [node.subject, ...node.cases.flatMap((part) => (part.guard ? [part.guard] : []))];
    case "Raise":
      return [node.exc, node.cause].filter((part) => part !== undefined);
    case "Try":
    case "TryStar":
      return node.handlers.flatMap((handler) => (handler.type ? [handler.type] : []));
    case "Assert":
      return node.msg ? [node.test, node.msg] : [node.test];
    default:
      return [];
  }
}

/** The blocks of statements inside a statement, in order; bodies of functions and classes included. */
export function statementBlocks(node: Statement): readonly (readonly Statement[])[] {
  switch (node.kind) {
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
    case "With":
    case "AsyncWith":
      return [node.body];
    case "For":
    case "AsyncFor":
    case "While":
    case "If":
      return [node.body, node.orelse];
    case "Match":
      return node.cases.map((part) => part.body);
    case "Try":
    case "TryStar":
      return [node.body, ...node.handlers.map((handler) => handler.body), node.orelse, node.finalbody];
    default:
      return [];
  }
}

/** Calls `visit` on the expression and all inside it, outermost first; `visit` returns false to leave out what is inside. */
export function walkExpression(node: Expression, visit: (node: Expression) => boolean | void): void {
  if (visit(node) === false) return;
  for (const child of expressionChildren(node)) walkExpression(child, visit);
}

/** Calls `visit` on every statement of a block and the blocks inside; `visit` returns false to leave out what is inside. */
export function walkStatements(body: readonly Statement[], visit: (node: Statement) => boolean | void): void {
  for (const statement of body) {
    if (visit(statement) === false) continue;
    for (const block of statementBlocks(statement)) walkStatements(block, visit);
  }
}

/** Every expression that a function's own body evaluates; nested functions and classes are left out, lambdas and comprehensions are not. */
export function walkOwnExpressions(body: readonly Statement[], visit: (node: Expression) => boolean | void): void {
  walkStatements(body, (statement) => {
    for (const expression of statementExpressions(statement)) walkExpression(expression, visit);
    return statement.kind !== "FunctionDef" && statement.kind !== "AsyncFunctionDef" && statement.kind !== "ClassDef";
  });
}

export type PatternBinder = Extract<PythonNode, { kind: "MatchAs" | "MatchStar" | "MatchMapping" }>;

/** The parts of a pattern that bind a name, in order. */
export function patternBinders(pattern: Pattern): PatternBinder[] {
  switch (pattern.kind) {
    case "MatchAs":
      return [
        ...(pattern.pattern ? patternBinders(pattern.pattern) : []),
        ...(pattern.name === undefined ? [] : [pattern]),
      ];
    case "MatchStar":
      return pattern.name === undefined ? [] : [pattern];
    case "MatchMapping":
      return [
        ...pattern.items.flatMap((item) => patternBinders(item.pattern)),
        ...(pattern.rest === undefined ? [] : [pattern]),
      ];
    case "MatchSequence":
    case "MatchOr":
      return pattern.patterns.flatMap(patternBinders);
    case "MatchClass":
      return [
        ...pattern.patterns.flatMap(patternBinders),
        ...pattern.keywords.flatMap((keyword) => patternBinders(keyword.pattern)),
      ];
    default:
      return [];
  }
}

/** The expressions inside a pattern: values, keys and classes. */
export function patternExpressions(pattern: Pattern): Expression[] {
  switch (pattern.kind) {
    case "MatchValue":
      return [pattern.value];
    case "MatchAs":
      return pattern.pattern ? patternExpressions(pattern.pattern) : [];
    case "MatchMapping":
      return pattern.items.flatMap((item) => [item.key, ...patternExpressions(item.pattern)]);
    case "MatchSequence":
    case "MatchOr":
      return pattern.patterns.flatMap(patternExpressions);
    case "MatchClass":
      return [
        pattern.cls,
        ...pattern.patterns.flatMap(patternExpressions),
        ...pattern.keywords.flatMap((keyword) => patternExpressions(keyword.pattern)),
      ];
    default:
      return [];
  }
}
