import type { FactStore } from "./checker.ts";
import type { BlockStmt, CaseClause, CommClause, IfStmt, Stmt } from "./tree.ts";

/** Whether the statement list ends in a terminating statement, so that control never leaves it at its end. */
export function terminates(facts: FactStore, list: readonly Stmt[]): boolean {
  const last = list.findLast((statement) => statement.kind !== "EmptyStmt");
  return last !== undefined && isTerminating(facts, last, undefined);
}

function isTerminating(facts: FactStore, node: Stmt, label: string | undefined): boolean {
  switch (node.kind) {
    case "ReturnStmt":
    case "BadStmt":
      return true;
    case "BranchStmt":
      return node.tok === "goto" || node.tok === "fallthrough";
    case "ExprStmt": {
      let call = node.x;
      while (call.kind === "ParenExpr") call = call.x;
      if (call.kind !== "CallExpr") return false;
      const target = facts.calls.get(call);
      return target?.kind === "builtin" && target.name === "panic";
    }
    case "BlockStmt":
      return terminates(facts, node.list);
    case "IfStmt":
      return terminatingIf(facts, node);
    case "SwitchStmt":
    case "TypeSwitchStmt":
      return terminatingClauses(facts, node.clauses, label) && node.clauses.some((clause) => clause.list === undefined);
    case "SelectStmt":
      return terminatingClauses(facts, node.clauses, label);
    case "ForStmt":
      return node.cond === undefined && !breaksOut(node.body.list, label, true);
    case "LabeledStmt":
      return isTerminating(facts, node.stmt, node.label.name);
    default:
      return false;
  }
}

function terminatingIf(facts: FactStore, node: IfStmt): boolean {
  let current: IfStmt | BlockStmt | undefined = node;
  while (current?.kind === "IfStmt") {
    if (!terminates(facts, current.body.list)) return false;
    current = current.else;
  }
  return current !== undefined && terminates(facts, current.list);
}

function terminatingClauses(
  facts: FactStore,
  clauses: readonly (CaseClause | CommClause)[],
  label: string | undefined,
): boolean {
  return clauses.every((clause) => terminates(facts, clause.body) && !breaksOut(clause.body, label, true));
}

/** Whether a `break` in the list leaves the statement around it, which has the label; `direct`: plain breaks do. */
function breaksOut(list: readonly Stmt[], label: string | undefined, direct: boolean): boolean {
  return list.some((statement) => breaks(statement, label, direct));
}

function breaks(node: Stmt, label: string | undefined, direct: boolean): boolean {
  switch (node.kind) {
    case "BranchStmt":
      return node.tok === "break" && (node.label === undefined ? direct : node.label.name === label);
    case "BlockStmt":
      return breaksOut(node.list, label, direct);
    case "IfStmt":
      return breaksOut(node.body.list, label, direct) || (node.else !== undefined && breaks(node.else, label, direct));
    case "LabeledStmt":
      return breaks(node.stmt, label, direct);
    case "SwitchStmt":
    case "TypeSwitchStmt":
    case "SelectStmt":
      return label !== undefined && node.clauses.some((clause) => breaksOut(clause.body, label, false));
    case "ForStmt":
    case "RangeStmt":
      return label !== undefined && breaksOut(node.body.list, label, false);
    default:
      return false;
  }
}
