import type * as go from "../../go/tree.ts";
import { unary } from "./syntax.ts";

const opposites: Partial<Record<go.BinaryOperator, go.BinaryOperator>> = { "==": "!=", "!=": "==" };

/** The opposite of a condition. Orderings are not turned round, since NaN is neither less nor greater. */
export function negated(test: go.Expr): go.Expr {
  if (test.kind === "UnaryExpr" && test.op === "!") return test.x.kind === "ParenExpr" ? test.x.x : test.x;
  if (test.kind === "BinaryExpr") {
    const opposite = opposites[test.op];
    if (opposite) return { ...test, op: opposite };
    return unary("!", { kind: "ParenExpr", x: test, span: test.span });
  }
  return unary("!", test);
}
