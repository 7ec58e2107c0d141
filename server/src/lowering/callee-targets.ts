import type { TypeSymbol } from "../types/type.ts";
import type { Callee } from "./raises.ts";
import type { FunctionSummary } from "./summaries.ts";

/** The functions of the program that a call may reach. */
export function calleeTargets(
  callee: Callee,
  byId: ReadonlyMap<string, FunctionSummary>,
  methodsOf: MethodsOf,
): readonly FunctionSummary[] {
  if (callee.kind === "method") return methodsOf(callee.symbol, callee.name);
  if (callee.kind === "constructor") return constructorsOf(callee.symbol, methodsOf);
  const target = byId.get(callee.id);
  return target ? [target] : [];
}

/** The methods of a name that a call on a class may reach. */
export type MethodsOf = (symbol: TypeSymbol, name: string) => readonly FunctionSummary[];

/** What runs when an instance is made: the class's own initializer or, without one, the nearest inherited one. */
export function constructorsOf(symbol: TypeSymbol, methodsOf: MethodsOf): readonly FunctionSummary[] {
  return ["__init__", "__post_init__"].flatMap((name) => {
    const all = methodsOf(symbol, name);
    const own = all.filter((summary) => summary.symbol === symbol);
    if (own.length > 0) return own;
    const [base] = symbol.bases;
    return base?.kind === "named" ? constructorsOf(base.symbol, methodsOf) : [];
  });
}
