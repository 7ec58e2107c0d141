import type * as go from "../../go/tree.ts";

/** Whether the end of the list cannot be reached, as the Go specification defines terminating statements. */
export function isTerminating(list: readonly go.Stmt[]): boolean {
  const last = list.at(-1);
  return last !== undefined && isTerminatingStatement(last);
}

function isTerminatingStatement(statement: go.Stmt): boolean {
  switch (statement.kind) {
    case "ReturnStmt":
      return true;
    case "BranchStmt":
      return statement.tok === "goto";
    case "ExprStmt":
      return statement.x.kind === "CallExpr" && statement.x.fun.kind === "Ident" && statement.x.fun.name === "panic";
    case "BlockStmt":
      return isTerminating(statement.list);
    case "IfStmt":
      return (
        statement.else !== undefined && isTerminating(statement.body.list) && isTerminatingStatement(statement.else)
      );
    case "ForStmt":
      return statement.cond === undefined && !hasBreak(statement.body.list);
    case "LabeledStmt":
      return isTerminatingStatement(statement.stmt);
    case "SwitchStmt":
    case "TypeSwitchStmt":
      return (
        statement.clauses.some((clause) => clause.list === undefined) &&
        statement.clauses.every(
          (clause) => (isTerminating(clause.body) || isFallthrough(clause.body)) && !hasBreak(clause.body),
        )
      );
    case "SelectStmt":
      return statement.clauses.every((clause) => isTerminating(clause.body) && !hasBreak(clause.body));
    default:
      return false;
  }
}

function isFallthrough(list: readonly go.Stmt[]): boolean {
  const last = list.at(-1);
  return last?.kind === "BranchStmt" && last.tok === "fallthrough";
}

/** Whether a `break` in the list leaves the statement around it. A labelled break counts, since the label may be that statement's. */
function hasBreak(list: readonly go.Stmt[], isNested = false): boolean {
  return list.some((statement) => {
    switch (statement.kind) {
      case "BranchStmt":
        return statement.tok === "break" && (!isNested || statement.label !== undefined);
      case "BlockStmt":
        return hasBreak(statement.list, isNested);
      case "IfStmt":
        return (
          hasBreak(statement.body.list, isNested) ||
          (statement.else !== undefined && hasBreak([statement.else], isNested))
        );
      case "LabeledStmt":
        return hasBreak([statement.stmt], isNested);
      case "ForStmt":
      case "RangeStmt":
        return hasBreak(statement.body.list, true);
      case "SwitchStmt":
      case "TypeSwitchStmt":
      case "SelectStmt":
        return statement.clauses.some((clause) => hasBreak(clause.body, true));
      default:
        return false;
    }
  });
}
