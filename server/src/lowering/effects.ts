import { listGrowthKinds } from "../ir/growth.ts";
import type * as ir from "../ir/node.ts";
import { forEachChild } from "../ir/walk.ts";
import type { Binding } from "../types/binding.ts";
import { lender } from "./lent-lists.ts";

/*
 * Whether it can be seen how often something is evaluated: Python calls the key of `sorted`, `min` and `max` once for each element, a Go comparison
 * would at each step.
 */

/** What the functions of one unit do besides giving a result. */
export interface EffectsSummary {
  readonly functions: readonly {
    readonly id: string;
    readonly hasEffects: boolean;
    readonly calls: readonly string[];
  }[];
}

/** What is known of the effects of functions. */
export interface EffectFacts {
  /** Whether evaluating the expression could be seen, because it changes, prints or takes something. */
  hasEffects(node: ir.Node): boolean;
}

const effects: ReadonlySet<ir.Kind> = new Set<ir.Kind>([
  ...listGrowthKinds,
  "Print",
  "Next",
  "Yield",
  "Await",
  "Receive",
  "Send",
  "Spawn",
  "Defer",
  "Select",
  "Sleep",
  "StartTask",
  "ConcurrentCall",
  "Synchronize",
  "Gather",
  "UnknownCall",
  "OpaqueExpression",
  "OpaqueStatement",
  "DictDiscard",
  "DictMove",
  "DictPop",
  "DictPopItem",
  "DictSetDefault",
  "DictUpdate",
  "SetAdd",
  "SetDiscard",
  "SetUpdate",
  "ListReverse",
  "ListSort",
  "Delete",
]);

/** Library calls that read or change what is outside of the program, or that go on from where they were. */
const outside =
  /\b(random|secrets|uuid|time|now|today|urandom|input|read\w*|write\w*|open|next|push|pop|put\w*|get_nowait|log\w*|print|sleep|send|recv|shuffle|choices?|sample|seed|system|run|heap\w+|insort\w*|append\w*|rotate|seek|close|flush)\b/i;

/** Summarises the declarations of a unit. */
export function effectsOf(declarations: readonly ir.Node[]): EffectsSummary {
  const functions: EffectsSummary["functions"][number][] = [];
  const visit = (node: ir.Node): void => {
    if (node.kind === "Function") {
      const own = new Set<Binding>();
      node.body.forEach((statement) => noteOwn(statement, own));
      const calls = new Set<string>();
      const hasEffects = node.isAsync || node.isGenerator || node.body.some((inner) => isSeen(inner, own, calls));
      const id = node.symbol ? `.${node.name}` : node.binding.id;
      functions.push({ id, hasEffects, calls: [...calls] });
    }
    forEachChild(node, visit);
  };
  declarations.forEach(visit);
  return { functions };
}

/** The variables that are made where the node is evaluated, and hold what is made there. */
function noteOwn(node: ir.Node, own: Set<Binding>): void {
  if (node.kind === "Assign")
    for (const target of node.targets)
      if (target.kind === "Variable" && target.binding.kind === "local" && !target.binding.captured)
        own.add(target.binding);
  if (node.kind === "Declare") own.add(node.binding);
  if (node.kind !== "Function" && node.kind !== "Closure") forEachChild(node, (child) => noteOwn(child, own));
}

function isSeen(node: ir.Node, own: ReadonlySet<Binding>, calls: Set<string>): boolean {
  if (node.kind === "Closure" || node.kind === "Function") return false;
  const changed =
    node.kind === "Assign"
      ? node.targets
      : node.kind === "Update"
        ? [node.target]
        : node.kind === "AssignmentExpression"
          ? [node.target]
          : effects.has(node.kind)
            ? [changedBy(node)]
            : [];
  if (changed.some((place) => !isOwn(place, own))) return true;
  if (node.kind === "LibraryCall" && outside.test(node.row)) return true;
  if (node.kind === "Call" || node.kind === "MethodCall") {
    const callee = lender(node);
    if (callee === undefined) return true;
    calls.add(callee);
  }
  if (node.kind === "New" && node.type.kind === "named") calls.add(`.__init__ ${node.type.symbol.name}`);
  if (node.kind === "Field" && node.member === "property") calls.add(`.${node.name}`);
  let found = false;
  forEachChild(node, (child) => {
    found ||= isSeen(child, own, calls);
  });
  return found;
}

function changedBy(node: ir.Node): ir.Expression | undefined {
  if ("list" in node) return node.list;
  if ("container" in node) return node.container;
  if ("map" in node) return node.map;
  return "set" in node ? node.set : undefined;
}

/** Whether what is changed is a variable of the function, or what a list or dict of its own holds. */
function isOwn(place: ir.Expression | undefined, own: ReadonlySet<Binding>): boolean {
  if (!place) return false;
  if (place.kind === "Variable") return own.has(place.binding);
  if (place.kind === "TupleLiteral") return place.elements.every((part) => isOwn(part, own));
  if (place.kind === "Index" || place.kind === "Slice") return isOwn(place.object, own);
  return place.kind === "Lookup" && isOwn(place.map, own);
}

/** Solves the summaries over the call graph. */
export function solveEffects(summaries: readonly EffectsSummary[]): EffectFacts {
  const functions = summaries.flatMap((summary) => summary.functions);
  const seen = new Set(functions.filter(({ hasEffects }) => hasEffects).map(({ id }) => id));
  const known = new Set(functions.map(({ id }) => id));
  const isEffect = (id: string): boolean => seen.has(id) || (!known.has(id) && !id.startsWith(".__init__ "));
  for (let before = -1; before !== seen.size;) {
    before = seen.size;
    for (const { id, calls } of functions) if (calls.some(isEffect)) seen.add(id);
  }
  return {
    hasEffects: (node) => {
      const calls = new Set<string>();
      return isSeen(node, new Set(), calls) || [...calls].some(isEffect);
    },
  };
}
