import type { Type } from "../types/type.ts";
import { checkCall } from "./check-calls.ts";
import { checkBinary, checkUnary } from "./check-operators.ts";
import { checkIndex, checkSlice } from "./check-index.ts";
import { checkBasicLiteral, checkCompositeLiteral } from "./check-literals.ts";
import { whyNotImplements } from "./check-implements.ts";
import { deepestNesting, invalid, valueOf } from "./checker.ts";
import type { Checker, Operand } from "./checker.ts";
import { coreType, isInterface, isUntypedNil } from "./check-types.ts";
import { expressionText } from "./check-messages.ts";
import { lookupName } from "./check-names.ts";
import { entityOperand, typeOperand } from "./check-entities.ts";
import { makeInvalid, singleValue } from "./check-operand.ts";
import { checkSelector } from "./check-selectors.ts";
import { showGoType } from "./check-show.ts";
import { Scope } from "./scope.ts";
import type { Entity } from "./scope.ts";
import type { Expr, FuncLit, Ident, StarExpr, TypeAssertExpr } from "./tree.ts";

/** Evaluates the expression and records what it is. Errors are reported once; what depends on them is invalid. */
export function checkExpression(check: Checker, node: Expr, hint?: Type): Operand {
  if (check.depth > deepestNesting) {
    check.gaveUp = true;
    return invalid(node);
  }
  check.depth += 1;
  try {
    return check.record(dispatch(check, node, hint));
  } finally {
    check.depth -= 1;
  }
}

function dispatch(check: Checker, node: Expr, hint: Type | undefined): Operand {
  switch (node.kind) {
    case "BadExpr":
      return invalid(node);
    case "Ident":
      return checkName(check, node);
    case "BasicLit":
      return checkBasicLiteral(check, node);
    case "FuncLit":
      return checkFunctionLiteral(check, node);
    case "CompositeLit":
      return checkCompositeLiteral(check, node, hint);
    case "ParenExpr":
      return { ...check.expression(node.x), node };
    case "SelectorExpr":
      return checkSelector(check, node);
    case "IndexExpr":
    case "IndexListExpr":
      return checkIndex(check, node);
    case "SliceExpr":
      return checkSlice(check, node);
    case "TypeAssertExpr":
      return checkAssertion(check, node);
    case "CallExpr":
      return checkCall(check, node);
    case "StarExpr":
      return checkStar(check, node);
    case "UnaryExpr":
      return checkUnary(check, node, hint);
    case "BinaryExpr":
      return checkBinary(check, node);
    case "KeyValueExpr":
      check.error(node, "misplaced", "unexpected key:value expression");
      return invalid(node);
    case "Ellipsis":
      check.error(node, "misplaced", "invalid use of '...'");
      return invalid(node);
    default:
      return typeOperand(node, check.typeExpression(node));
  }
}

function checkName(check: Checker, node: Ident): Operand {
  const found = lookupName(check, node);
  return found === undefined ? invalid(node) : entityOperand(check, node, found);
}

function checkFunctionLiteral(check: Checker, node: FuncLit): Operand {
  const owner = {
    signature: undefined as Extract<Type, { kind: "function" }> | undefined,
    results: undefined as readonly Entity[] | undefined,
  };
  const result = check.within({ ...check.context, function: owner }, () =>
    check.signature(node.type, new Scope(check.context.scope), owner),
  );
  check.recordType(node.type, result.type);
  owner.signature = result.type;
  owner.results = result.results;
  check.functionBody(result, node.body, owner);
  return valueOf(node, result.type);
}

function checkAssertion(check: Checker, node: TypeAssertExpr): Operand {
  const x = singleValue(check, node.x);
  if (node.type === undefined) {
    check.error(node, "misplaced", "invalid use of .(type) outside type switch");
    return invalid(node);
  }
  const type = check.typeExpression(node.type);
  if (x.mode === "invalid" || type.kind === "unknown") {
    return type.kind === "unknown" ? invalid(node) : { node, mode: "commaOk", type };
  }
  if (!isInterface(x.type)) {
    if (coreType(x.type)?.kind === "unknown") return { node, mode: "commaOk", type };
    check.error(node.x, "invalid-operation", `invalid operation: ${expressionText(node.x)} is not an interface`);
    return invalid(node);
  }
  checkPossible(check, node, x, type);
  return { node, mode: "commaOk", type };
}

/** Reports a concrete type that no value of the interface can have. */
export function checkPossible(check: Checker, node: Expr, x: Operand, type: Type): void {
  if (isInterface(type) || isUntypedNil(type)) return;
  const reason = whyNotImplements(type, x.type, check.packagePath);
  if (reason === undefined) return;
  check.error(
    node,
    "missing-method",
    `impossible type assertion: ${expressionText(x.node)}.(${showGoType(type)})\n\t${reason}`,
  );
}

function checkStar(check: Checker, node: StarExpr): Operand {
  const x = check.expression(node.x);
  if (x.mode === "type") return typeOperand(node, { kind: "pointer", target: x.type });
  if (x.mode !== "invalid") singleValueOf(check, x);
  if (x.mode === "invalid") return invalid(node);
  if (isUntypedNil(x.type)) {
    check.error(node, "invalid-operation", "invalid operation: cannot indirect nil");
    return invalid(node);
  }
  const base = coreType(x.type);
  if (base?.kind === "unknown") return invalid(node);
  if (base?.kind !== "pointer" || base.target.kind === "none") {
    check.error(
      node,
      "invalid-operation",
      `invalid operation: cannot indirect ${expressionText(node.x)} (type ${showGoType(x.type)})`,
    );
    return invalid(node);
  }
  return { node, mode: base.target.kind === "unknown" ? "invalid" : "variable", type: base.target };
}

function singleValueOf(check: Checker, operand: Operand): void {
  if (operand.type.kind === "tuple" || ["novalue", "builtin", "package"].includes(operand.mode)) {
    check.error(operand.node, "not-an-expression", `${expressionText(operand.node)} is not a value`);
    makeInvalid(operand);
  }
}
