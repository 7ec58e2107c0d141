import { unknownType } from "../types/build.ts";
import { hasUnknown } from "../types/relations.ts";
import type { Type } from "../types/type.ts";
import { assign } from "./check-assignable.ts";
import type { Checker, Operand } from "./checker.ts";
import { localVariable } from "./check-assignments.ts";
import { checkPossible } from "./check-expressions.ts";
import { identical } from "./check-identity.ts";
import { constantKey } from "./check-literals.ts";
import { expressionText } from "./check-messages.ts";
import { combine } from "./check-operators.ts";
import { nilOperand, settleDefault, singleValue } from "./check-operand.ts";
import { showGoType } from "./check-show.ts";
import { coreType, hasNil, isComparable, isInterface, isUntypedNil, untyped } from "./check-types.ts";
import { Scope, entity } from "./scope.ts";
import type { Entity } from "./scope.ts";
import type { CommClause, Expr, GoNode, Ident, SelectStmt, Stmt, SwitchStmt, TypeSwitchStmt } from "./tree.ts";

type CheckStatement = (statement: Stmt) => void;

function checkDefaults(
  check: Checker,
  clauses: readonly { readonly list?: unknown; readonly comm?: unknown; readonly kind: string }[],
  word: string,
): void {
  const defaults = clauses.filter((clause) => (clause.kind === "CommClause" ? clause.comm : clause.list) === undefined);
  for (const extra of defaults.slice(1))
    check.error(extra as unknown as GoNode, "duplicate-case", `multiple defaults in ${word}`);
}

function checkBody(check: Checker, body: readonly Stmt[], scope: Scope, checkStatement: CheckStatement): void {
  check.inScope(scope, () => body.forEach(checkStatement));
}

/** A switch over values. The scope of the statement is the current one. */
export function checkSwitch(check: Checker, node: SwitchStmt, checkStatement: CheckStatement): void {
  if (node.init !== undefined) checkStatement(node.init);
  checkDefaults(check, node.clauses, "switch");
  const tag = node.tag === undefined ? undefined : switchTag(check, node.tag);
  const seen = new Set<string>();
  for (const clause of node.clauses) {
    for (const item of clause.list ?? []) checkCase(check, item, tag, seen);
    checkBody(check, clause.body, new Scope(check.context.scope), checkStatement);
  }
}

function switchTag(check: Checker, node: Expr): Operand {
  const tag = singleValue(check, node);
  if (tag.mode === "invalid") return tag;
  if (!assign(check, tag, undefined, "switch expression")) return tag;
  if (!isComparable(tag.type) && !hasNil(tag.type)) {
    check.error(node, "invalid-operation", `cannot switch on ${expressionText(node)} (type ${showGoType(tag.type)})`);
    return { ...tag, mode: "invalid", type: unknownType };
  }
  return tag;
}

function checkCase(check: Checker, node: Expr, tag: Operand | undefined, seen: Set<string>): void {
  const value = singleValue(check, node);
  if (value.mode === "invalid" || tag?.mode === "invalid") return;
  const left: Operand = tag ?? { node, mode: "constant", type: untyped("bool"), value: { kind: "bool", value: true } };
  if (tag === undefined && value.type.kind === "untyped" && value.type.basis === "bool") settleDefault(check, value);
  else
    combine(
      check,
      node,
      value,
      {
        ...left,
        mode: left.mode === "constant" && tag === undefined ? "constant" : "value",
        value: tag === undefined ? left.value : undefined,
      },
      "==",
    );
  if (value.mode !== "constant" || value.value === undefined) return;
  const key = constantKey(value.value, showGoType(value.type, true));
  if (key === undefined) return;
  if (seen.has(key)) check.error(node, "duplicate-case", `duplicate case ${expressionText(node)} in expression switch`);
  seen.add(key);
}

/** `switch x := y.(type)`. The scope of the statement is the current one. */
export function checkTypeSwitch(check: Checker, node: TypeSwitchStmt, checkStatement: CheckStatement): void {
  if (node.init !== undefined) checkStatement(node.init);
  checkDefaults(check, node.clauses, "switch");
  const { name, subject } = guard(node);
  const x = subject === undefined ? undefined : singleValue(check, subject);
  const usable = x !== undefined && x.mode !== "invalid" && interfaceSubject(check, x);
  const variables: Entity[] = [];
  const seen: Type[] = [];
  for (const clause of node.clauses) {
    const types = (clause.list ?? []).map((item) => caseType(check, item, usable ? x : undefined, seen));
    const scope = new Scope(check.context.scope);
    if (name !== undefined) {
      const single = types.length === 1 ? types[0]! : undefined;
      const type = single !== undefined && !isUntypedNil(single) ? single : (x?.type ?? unknownType);
      const variable = clauseVariable(check, name, type);
      variables.push(variable);
      scope.declare(variable);
    }
    checkBody(check, clause.body, scope, checkStatement);
  }
  if (name !== undefined && name.name !== "_") declareSymbol(check, name, variables, x?.type ?? unknownType);
}

function guard(node: TypeSwitchStmt): { name?: Ident; subject?: Expr } {
  const { assign: statement } = node;
  let right = statement.kind === "ExprStmt" ? statement.x : statement.rhs[0];
  while (right?.kind === "ParenExpr") right = right.x;
  const subject = right?.kind === "TypeAssertExpr" ? { subject: right.x } : {};
  const left = statement.kind === "AssignStmt" ? statement.lhs[0] : undefined;
  return left?.kind === "Ident" ? { name: left, ...subject } : subject;
}

function interfaceSubject(check: Checker, x: Operand): boolean {
  if (isInterface(x.type)) return true;
  if (coreType(x.type)?.kind !== "unknown")
    check.error(
      x.node,
      "invalid-operation",
      `${expressionText(x.node)} (variable of type ${showGoType(x.type)}) is not an interface`,
    );
  return false;
}

/** A variable of one clause: they share the name, each has its own type. */
function clauseVariable(check: Checker, node: Ident, type: Type): Entity {
  return entity({
    name: node.name,
    kind: "local",
    role: "variable",
    id: check.nextId(node.name),
    type,
    assignments: 1,
    owner: check.context.function,
    node,
    package: check.context.file.package,
  });
}

/** The name on the left stands for all of them: it is used when one of them is. */
function declareSymbol(check: Checker, node: Ident, variables: readonly Entity[], type: Type): void {
  localVariable(check, node, type, () => variables.some((variable) => variable.used));
  check.record({ node, mode: type.kind === "unknown" ? "invalid" : "variable", type });
}

function caseType(check: Checker, node: Expr, x: Operand | undefined, seen: Type[]): Type {
  let inner = node;
  while (inner.kind === "ParenExpr") inner = inner.x;
  if (inner.kind === "Ident" && inner.name === "nil" && check.context.scope.lookup("nil")?.role === "nil") {
    check.record(nilOperand(node));
    noteCase(check, node, untyped("nil"), seen);
    return untyped("nil");
  }
  const type = check.typeExpression(node);
  if (hasUnknown(type)) return type;
  noteCase(check, node, type, seen);
  if (x !== undefined) checkPossible(check, node, x, type);
  return type;
}

function noteCase(check: Checker, node: Expr, type: Type, seen: Type[]): void {
  if (seen.some((other) => isUntypedNil(other) === isUntypedNil(type) && identical(other, type))) {
    check.error(node, "duplicate-case", `duplicate case ${expressionText(node)} in type switch`);
  }
  seen.push(type);
}

/** `select`: every case sends or receives. */
export function checkSelect(check: Checker, node: SelectStmt, checkStatement: CheckStatement): void {
  checkDefaults(check, node.clauses, "select");
  for (const clause of node.clauses) {
    const scope = new Scope(check.context.scope);
    check.inScope(scope, () => {
      if (clause.comm !== undefined) {
        if (!communicates(clause))
          check.error(clause.comm, "misplaced", "select case must be receive, send or assign recv");
        checkStatement(clause.comm);
      }
      clause.body.forEach(checkStatement);
    });
  }
}

function communicates(clause: CommClause): boolean {
  const { comm } = clause;
  if (comm === undefined || comm.kind === "SendStmt" || comm.kind === "BadStmt") return true;
  let right = comm.kind === "ExprStmt" ? comm.x : comm.rhs.length === 1 ? comm.rhs[0] : undefined;
  while (right?.kind === "ParenExpr") right = right.x;
  return right?.kind === "UnaryExpr" && right.op === "<-";
}
