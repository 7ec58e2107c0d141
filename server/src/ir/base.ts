import type { Origin } from "../base/origin.ts";
import type { Decorated } from "../base/syntax-node.ts";
import type { Type } from "../types/type.ts";

export interface IrBase {
  readonly origin?: Origin | undefined;
}
export interface ExpressionBase extends IrBase {
  readonly sort: "expression";
  /** A handler waits for the exception that Python raises when the operands do not fit, so that Go must test them. */
  readonly checked?: boolean | undefined;
  /** The static type of the value. Calls that give several results have a tuple. */
  readonly type: Type;
}
export interface StatementBase extends IrBase, Decorated {
  readonly sort: "statement";
}
export interface DeclarationBase extends IrBase, Decorated {
  readonly sort: "declaration";
  /** The doc comment or docstring, without markers, dedented. */
  readonly documentation?: string | undefined;
}
