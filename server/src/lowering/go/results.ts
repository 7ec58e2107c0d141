import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { sameSpelling } from "./statements.ts";

/** Whether the call hands out its tuple as several results. */
export function givesSeveralResults(node: ir.Expression, context: GoLowerContext): boolean {
  if (node.type.kind !== "tuple") return false;
  switch (node.kind) {
    case "Call":
      return node.callee.kind === "Variable" && context.facts.hasSeveralResults(node.callee.binding);
    case "MethodCall":
      return node.symbol !== undefined && context.facts.methodHasSeveralResults(node.symbol, node.method);
    default:
      return false;
  }
}

/** Whether the expression gives (value, ok) where two places wait for it. */
export function isCommaOk(node: ir.Expression): boolean {
  return (
    (node.kind === "Lookup" && node.missing === "commaOk") ||
    (node.kind === "TypeAssertion" && node.commaOk) ||
    (node.kind === "Receive" && node.commaOk)
  );
}

/** What `context.failing` leaves behind: `value, err := call` and `if err != nil {…}`, with the reference that it gave. */
export interface FailingPattern {
  readonly before: readonly go.Stmt[];
  readonly define: go.AssignStmt;
  readonly check: go.IfStmt;
}

/** Recognises a value that is the result of a call that can fail and that was evaluated last. */
export function failingPattern(value: go.Expr, emitted: readonly go.Stmt[]): FailingPattern | undefined {
  const check = emitted.at(-1);
  const define = emitted.at(-2);
  if (
    value.kind !== "Ident" ||
    check?.kind !== "IfStmt" ||
    define?.kind !== "AssignStmt" ||
    define.tok !== ":=" ||
    define.lhs.length !== 2
  )
    return undefined;
  return sameSpelling(define.lhs[0], value) ? { before: emitted.slice(0, -2), define, check } : undefined;
}

/** Whether the check does nothing but pass the error on as the function's last result. */
export function merelyPassesOn(check: go.IfStmt): boolean {
  const [only, ...others] = check.body.list;
  if (only?.kind !== "ReturnStmt" || others.length > 0 || check.else) return false;
  const last = only.results.at(-1);
  return last?.kind === "Ident" && last.name === "err";
}

/**
 * The statements that made `value` in a variable of their own, with that variable called `name` instead; undefined where the value is no such
 * variable, or where they use the name for something else.
 */
export function takenOver(name: string, value: go.Expr, emitted: readonly go.Stmt[]): readonly go.Stmt[] | undefined {
  if (value.kind !== "Ident") return undefined;
  const made = value.name;
  if (
    !emitted.some((statement) => begins(statement, made)) ||
    emitted.some((statement) => mentionsName(statement, name))
  )
    return undefined;
  return emitted.map((statement) => renamed(statement, made, name));
}

/** The statements that made `value` in a variable of its own, which nothing needs: `_, err := call`. */
export function withoutResult(value: go.Expr, emitted: readonly go.Stmt[]): readonly go.Stmt[] | undefined {
  const at = emitted.findLastIndex((statement) => value.kind === "Ident" && begins(statement, value.name));
  const define = emitted[at];
  const popped = withoutPopped(value, emitted, at);
  if (popped) return popped;
  if (value.kind !== "Ident" || define?.kind !== "AssignStmt" || define.lhs.length !== 2 || define.rhs.length !== 1)
    return undefined;
  const rest = emitted.slice(at + 1);
  if (!sameSpelling(define.lhs[0], value) || rest.some((statement) => mentionsName(statement, value.name)))
    return undefined;
  const [, second] = define.lhs;
  const [call] = define.rhs;
  if (second?.kind === "Ident" && second.name === "_")
    return [...emitted.slice(0, at), { ...define, kind: "ExprStmt", x: call! }, ...rest];
  const bare: go.AssignStmt = { ...define, lhs: [{ ...value, name: "_" }, second!] };
  const [check, ...others] = rest;
  return check?.kind === "IfStmt" && check.init === undefined
    ? [...emitted.slice(0, at), { ...check, init: bare }, ...others]
    : undefined;
}

/** The element that a slice is cut by need not be read: cutting an empty slice panics as reading would. */
function withoutPopped(value: go.Expr, emitted: readonly go.Stmt[], at: number): readonly go.Stmt[] | undefined {
  const [define, cut, ...others] = emitted.slice(at);
  if (value.kind !== "Ident" || others.length > 0) return undefined;
  if (define?.kind !== "AssignStmt" || define.lhs.length !== 1 || define.rhs[0]?.kind !== "IndexExpr") return undefined;
  if (cut?.kind !== "AssignStmt" || cut.rhs.length !== 1 || cut.rhs[0]?.kind !== "SliceExpr") return undefined;
  const isSame = sameSpelling(cut.rhs[0].x, cut.lhs[0]) && !mentionsName(cut, value.name);
  return isSame ? [...emitted.slice(0, at), cut] : undefined;
}

function begins(statement: go.Stmt, name: string): boolean {
  if (statement.kind === "AssignStmt")
    return statement.tok === ":=" && statement.lhs.some((target) => target.kind === "Ident" && target.name === name);
  return (
    statement.kind === "DeclStmt" &&
    statement.decl.specs.some((spec) => spec.kind === "ValueSpec" && spec.names.some((each) => each.name === name))
  );
}

function mentionsName(node: unknown, name: string): boolean {
  if (typeof node !== "object" || node === null) return false;
  if ("kind" in node && node.kind === "Ident" && (node as go.Ident).name === name) return true;
  return Object.entries(node).some(([key, part]) => key !== "origin" && key !== "span" && mentionsName(part, name));
}

function renamed<Node>(node: Node, from: string, to: string): Node {
  if (Array.isArray(node)) return node.map((item: unknown) => renamed(item, from, to)) as Node;
  if (typeof node !== "object" || node === null) return node;
  if ("kind" in node && node.kind === "Ident" && "name" in node && node.name === from) return { ...node, name: to };
  return Object.fromEntries(
    Object.entries(node).map(([key, part]) => [
      key,
      key === "origin" || key === "span" || key === "sel" ? part : renamed(part as unknown, from, to),
    ]),
  ) as Node;
}
