import type * as go from "../../go/tree.ts";
import { ident } from "./syntax.ts";

/** The statement with its label, if it has one. */
export function labelled(statement: go.Stmt, label: string | undefined): go.Stmt {
  return label === undefined
    ? statement
    : { kind: "LabeledStmt", label: ident(label), stmt: statement, span: statement.span };
}
