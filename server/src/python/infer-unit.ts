import { hasUnknown } from "../types/relations.ts";
import type { Type } from "../types/type.ts";
import type { UnitDecls } from "./analysis-declarations.ts";
import type { UnitBinding, Web } from "./bind-webs.ts";
import { type AttributeRecord, type CallRecord, type Environment, Inference } from "./infer-context.ts";
import { constantsIn, constantsSlot } from "./infer-growth.ts";
import { generalise, nameContainers } from "./infer-generalise.ts";
import { inferBlock } from "./infer-statements.ts";
import type { Attribute, Call, Expression, Lambda } from "./tree.ts";
import type { FunctionType } from "../types/type.ts";

/** How much guessing is allowed: 0 none, then hints of rank 3, 2, 1, at last names of parameters and type parameters. */
export type Phase = 0 | 1 | 2 | 3 | 4;

/** What the inference of one unit found, free of variables. */
export interface UnitResult {
  readonly types: ReadonlyMap<Expression, Type>;
  readonly webs: ReadonlyMap<Web, Type>;
  readonly calls: ReadonlyMap<Call, CallRecord>;
  readonly attributes: ReadonlyMap<Attribute, AttributeRecord>;
  readonly lambdas: ReadonlyMap<Lambda, FunctionType>;
  /** Nothing is left to be guessed, so that more guessing gives the same. */
  readonly isSettled: boolean;
  /** What the unit learnt about places that other units may speak of. */
  readonly contributions: ReadonlyMap<string, Type>;
}

const mostPasses = 8;

/**
 * Infers one unit: passes over its statements until no variable learns anything more, then guesses from use as far as `phase` allows. The answer
 * depends on the unit and on what `env` says, and on nothing else.
 */
export function inferUnit(
  env: Environment,
  decls: UnitDecls,
  binding: UnitBinding,
  phase: Phase,
  hints: (slot: string) => Type | undefined,
): UnitResult {
  const inference = new Inference(env, decls, binding);
  inference.waitsForEvidence = phase === 0;
  settle(inference, decls, hints);
  promoteHints(inference, decls, hints, Math.min(phase, 3));
  if (phase === 4) {
    if (nameContainers(inference, decls)) {
      settle(inference, decls, hints);
      promoteHints(inference, decls, hints, 3);
    }
    if (generalise(inference, decls)) settle(inference, decls, hints);
  }
  return finish(inference);
}

/** Lets hints decide, the strongest first, as far as `ranks` goes. */
function promoteHints(
  inference: Inference,
  decls: UnitDecls,
  hints: (slot: string) => Type | undefined,
  ranks: number,
): void {
  for (let rank = 3; rank > 3 - ranks; rank--) {
    for (let round = 0; round < 3; round++) {
      if (!inference.solver.promote(rank as 1 | 2 | 3)) break;
      settle(inference, decls, hints);
    }
  }
}

/** Whether some part of a parameter is not known yet. */
function hasOpenParameters(inference: Inference, decls: UnitDecls): boolean {
  return [...decls.functions.values()].some((decl) =>
    decl.parameters.some((parameter) => hasUnknown(inference.solver.resolve(inference.slot(parameter.slot)))),
  );
}

function settle(inference: Inference, decls: UnitDecls, hints: (slot: string) => Type | undefined): void {
  for (let pass = 0; pass < mostPasses; pass++) {
    inference.solver.begin();
    inference.isWaiting = false;
    inference.narrowings = new Map();
    inferBlock(inference, decls.unit.body);
    for (const decl of decls.functions.values()) {
      const hint = hints(decl.resultSlot);
      if (hint) inference.solver.hint(inference.slot(decl.resultSlot), hint, 2);
    }
    if (!inference.solver.changed) return;
  }
}

function finish(inference: Inference): UnitResult {
  const { solver } = inference;
  const resolved = new Map<Type, Type>();
  const close = (type: Type): Type => {
    let closed = resolved.get(type);
    if (!closed) resolved.set(type, (closed = solver.resolve(type)));
    return closed;
  };
  const types = new Map<Expression, Type>();
  for (const [node, type] of inference.types) types.set(node, close(type));
  const calls = new Map<Call, CallRecord>();
  for (const [node, record] of inference.calls) {
    calls.set(node, {
      ...record,
      matched: record.matched.map((pair) => ({ ...pair, type: close(pair.type) })),
      ...(record.receiverType && { receiverType: close(record.receiverType) }),
      ...(record.type && { type: close(record.type) as FunctionType }),
    });
  }
  const attributes = new Map<Attribute, AttributeRecord>();
  for (const [node, record] of inference.attributes) attributes.set(node, { ...record, type: close(record.type) });
  const lambdas = new Map<Lambda, FunctionType>();
  for (const [node, type] of inference.lambdas) lambdas.set(node, close(type) as FunctionType);
  const contributions = new Map<string, Type>();
  for (const [slot, term] of inference.slots) {
    if (!inference.fixedSlots.has(slot) && !inference.genericSlots.has(slot)) contributions.set(slot, close(term));
  }
  for (const [slot, cell] of inference.evidence) contributions.set(slot, close(cell));
  contributions.set(constantsSlot, constantsIn(inference.types.keys()));
  const webs = new Map<Web, Type>();
  for (const web of inference.binding.allWebs) webs.set(web, close(inference.web(web)));
  return {
    types,
    webs,
    calls,
    attributes,
    lambdas,
    contributions,
    isSettled: !inference.isWaiting && !solver.hasOpenHints && !hasOpenParameters(inference, inference.decls),
  };
}
