import { unknownType } from "../types/build.ts";
import { assign } from "./check-assignable.ts";
import { checkAssignment, checkIncrement, rightValues } from "./check-assignments.ts";
import { deepestNesting } from "./checker.ts";
import type { Checker } from "./checker.ts";
import { checkLocalDeclaration } from "./check-declarations.ts";
import { describe, expressionText } from "./check-messages.ts";
import { requireValue, settleDefault, singleValue } from "./check-operand.ts";
import { checkRange } from "./check-range.ts";
import { checkSelect, checkSwitch, checkTypeSwitch } from "./check-switches.ts";
import { coreType, every, isBoolean, resultsOf } from "./check-types.ts";
import { Scope } from "./scope.ts";
import type { Expr, ForStmt, IfStmt, ReturnStmt, SendStmt, Stmt } from "./tree.ts";

/** Checks statements in the current scope. */
export function checkStatements(check: Checker, list: readonly Stmt[]): void {
  for (const statement of list) checkStatement(check, statement);
}

function checkStatement(check: Checker, node: Stmt): void {
  if (check.depth > deepestNesting) {
    check.gaveUp = true;
    return;
  }
  check.depth += 1;
  try {
    dispatch(check, node);
  } finally {
    check.depth -= 1;
  }
}

function nested(check: Checker, action: () => void): void {
  check.inScope(new Scope(check.context.scope), action);
}

function dispatch(check: Checker, node: Stmt): void {
  switch (node.kind) {
    case "BadStmt":
    case "EmptyStmt":
    case "BranchStmt":
      return;
    case "DeclStmt":
      return checkLocalDeclaration(check, node.decl);
    case "LabeledStmt":
      return checkStatement(check, node.stmt);
    case "ExprStmt":
      return checkExpressionStatement(check, node.x);
    case "SendStmt":
      return checkSend(check, node);
    case "IncDecStmt":
      return checkIncrement(check, node);
    case "AssignStmt":
      return checkAssignment(check, node);
    case "GoStmt":
      return checkSpawned(check, node.call, "go");
    case "DeferStmt":
      return checkSpawned(check, node.call, "defer");
    case "ReturnStmt":
      return checkReturn(check, node);
    case "BlockStmt":
      return nested(check, () => checkStatements(check, node.list));
    case "IfStmt":
      return nested(check, () => checkIf(check, node));
    case "SwitchStmt":
      return nested(check, () => checkSwitch(check, node, (statement) => checkStatement(check, statement)));
    case "TypeSwitchStmt":
      return nested(check, () => checkTypeSwitch(check, node, (statement) => checkStatement(check, statement)));
    case "SelectStmt":
      return checkSelect(check, node, (statement) => checkStatement(check, statement));
    case "ForStmt":
      return nested(check, () => checkFor(check, node));
    case "RangeStmt":
      return checkRange(check, node);
  }
}

const pureBuiltins: ReadonlySet<string> = new Set([
  "append",
  "cap",
  "complex",
  "imag",
  "len",
  "make",
  "max",
  "min",
  "new",
  "real",
]);

function checkExpressionStatement(check: Checker, node: Expr): void {
  const operand = check.expression(node);
  let inner = node;
  while (inner.kind === "ParenExpr") inner = inner.x;
  const unused = (): void =>
    check.error(node, "not-used", `${expressionText(node)} (${describe(operand)}) is not used`);
  if (inner.kind === "CallExpr") {
    const target = check.facts.calls.get(inner);
    const pure =
      target?.kind === "conversion" ||
      (target?.kind === "builtin" && (pureBuiltins.has(target.name ?? "") || target.name?.startsWith("unsafe.")));
    if (pure && operand.mode !== "invalid") unused();
    else if (target?.kind === "conversion" || operand.mode === "type") unused();
    settleDefault(check, operand);
    return;
  }
  if (inner.kind === "UnaryExpr" && inner.op === "<-") return;
  if (operand.mode === "invalid") return;
  if (operand.mode === "type") check.error(node, "not-used", `${expressionText(node)} (type) is not an expression`);
  else if (operand.mode === "builtin" || operand.mode === "package") requireValue(check, operand);
  else unused();
  settleDefault(check, operand);
}

function checkSend(check: Checker, node: SendStmt): void {
  const channel = singleValue(check, node.chan);
  const value = singleValue(check, node.value);
  if (channel.mode === "invalid") return;
  const core = coreType(channel.type);
  if (core?.kind === "unknown") return;
  if (core?.kind !== "channel") {
    check.error(
      node,
      "invalid-operation",
      `invalid operation: cannot send to non-channel ${expressionText(node.chan)} (${describe(channel)})`,
    );
  } else if (core.direction === "receive") {
    check.error(
      node,
      "invalid-operation",
      `invalid operation: cannot send to receive-only channel ${expressionText(node.chan)} (${describe(channel)})`,
    );
  } else assign(check, value, core.element, "send");
}

function checkSpawned(check: Checker, node: Expr, word: "go" | "defer"): void {
  if (node.kind === "BadExpr") return;
  if (node.kind !== "CallExpr") {
    const operand = check.expression(node);
    let inner: Expr = node;
    while (inner.kind === "ParenExpr") inner = inner.x;
    const problem = inner.kind === "CallExpr" ? "must not be parenthesized" : "must be function call";
    if (operand.mode !== "invalid" || inner.kind !== "CallExpr")
      check.error(node, "misplaced", `expression in ${word} ${problem}`);
    return;
  }
  check.expression(node);
  const target = check.facts.calls.get(node);
  if (target?.kind === "conversion") check.error(node, "misplaced", `${word} requires function call, not conversion`);
  else if (target?.kind === "builtin" && (pureBuiltins.has(target.name ?? "") || target.name?.startsWith("unsafe."))) {
    check.error(node, "not-used", `${word} discards result of ${expressionText(node)}`);
  }
}

function checkReturn(check: Checker, node: ReturnStmt): void {
  const owner = check.context.function;
  if (owner?.signature === undefined) {
    for (const result of node.results) settleDefault(check, check.expression(result));
    return;
  }
  const results = resultsOf(owner.signature);
  if (node.results.length === 0) {
    if (results.length === 0) return;
    if (owner.results === undefined) {
      check.error(node, "assignment-mismatch", "not enough return values\n\thave ()");
      return;
    }
    for (const result of owner.results) {
      const visible = check.context.scope.lookup(result.name);
      if (result.name !== "_" && visible !== result)
        check.error(node, "invalid-operation", `result parameter ${result.name} not in scope at return`);
    }
    return;
  }
  if (results.length === 0) {
    for (const result of node.results) check.expression(result);
    check.error(node.results[0] ?? node, "assignment-mismatch", "too many return values");
    return;
  }
  const values = rightValues(check, node, node.results, results.length, results, true);
  values?.forEach((value, i) => assign(check, value, results[i] ?? unknownType, "return statement"));
}

function checkCondition(check: Checker, node: Expr, where: string): void {
  const operand = singleValue(check, node);
  settleDefault(check, operand);
  if (operand.mode !== "invalid" && !every(operand.type, isBoolean)) {
    check.error(node, "mismatched-types", `non-boolean condition in ${where} statement`);
  }
}

function checkIf(check: Checker, node: IfStmt): void {
  if (node.init !== undefined) checkStatement(check, node.init);
  checkCondition(check, node.cond, "if");
  nested(check, () => checkStatements(check, node.body.list));
  if (node.else !== undefined) checkStatement(check, node.else);
}

function checkFor(check: Checker, node: ForStmt): void {
  if (node.init !== undefined) checkStatement(check, node.init);
  if (node.cond !== undefined) checkCondition(check, node.cond, "for");
  if (node.post !== undefined) {
    if (node.post.kind === "AssignStmt" && node.post.tok === ":=") {
      check.error(node.post, "misplaced", "cannot declare in post statement of for loop");
    }
    checkStatement(check, node.post);
  }
  nested(check, () => checkStatements(check, node.body.list));
}
