import type { Type } from "../types/type.ts";
import type { CallRecord, Inference, MatchedValues } from "./infer-context.ts";
import { type CallArguments, type Matching, type Pair, argumentType } from "./infer-signatures.ts";

/** What a call gives, and how its arguments were matched. */
export interface CallOutcome {
  readonly result: Type;
  readonly matched: readonly MatchedValues[];
  readonly irregular: boolean;
}
/** Notes how a call was understood. */
export function callRecord(
  kind: CallRecord["kind"],
  target: string,
  outcome: CallOutcome,
  extra: Partial<CallRecord> = {},
): CallRecord {
  return { kind, target, matched: outcome.matched, irregular: outcome.irregular, ...extra };
}

/** The matched pairs of a call with lambdas at the end: what they are given is known once the other arguments are. */
export function lambdasLast(matching: Matching): Pair[] {
  const isLambda = (pair: Pair): boolean => pair.arguments.some((argument) => argument.node?.kind === "Lambda");
  return [...matching.pairs.filter((pair) => !isLambda(pair)), ...matching.pairs.filter(isLambda)];
}

/** Infers all arguments of a call, whatever is called. */
export function inferAll(inference: Inference, args: CallArguments): void {
  for (const argument of [...args.positional, ...args.keywords.map((keyword) => keyword.argument), ...args.spread])
    argumentType(inference, argument);
}
