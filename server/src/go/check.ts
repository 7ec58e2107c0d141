import { unknownType } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import { Checker, deepestNesting } from "./checker.ts";
import type { FunctionContext, Operand, SignatureResult } from "./checker.ts";
import { checkExpression } from "./check-expressions.ts";
import { checkFunctionBody } from "./check-functions.ts";
import { readSignature } from "./check-signatures.ts";
import { checkStatements } from "./check-statements.ts";
import { checkOrdinary, mayConstrain } from "./check-constraints.ts";
import { denotedType } from "./check-type-expressions.ts";
import type { Scope } from "./scope.ts";
import type { BlockStmt, Expr, FuncType, Stmt } from "./tree.ts";

/** A checker with the rules of the language put in; where packages come from is left open. */
export abstract class RuleChecker extends Checker {
  override expression(node: Expr, hint?: Type): Operand {
    return checkExpression(this, node, hint);
  }

  override typeExpression(node: Expr): Type {
    if (this.depth > deepestNesting) {
      this.gaveUp = true;
      return unknownType;
    }
    this.depth += 1;
    try {
      const type = denotedType(this, node);
      if (mayConstrain(type)) this.later(() => checkOrdinary(this, node, type));
      return type;
    } finally {
      this.depth -= 1;
    }
  }

  override signature(node: FuncType, scope: Scope | undefined, owner: object | undefined): SignatureResult {
    return readSignature(this, node, scope, owner);
  }

  override statements(list: readonly Stmt[]): void {
    checkStatements(this, list);
  }

  override functionBody(result: SignatureResult, body: BlockStmt, owner: FunctionContext): void {
    checkFunctionBody(this, result, body, owner);
  }
}
