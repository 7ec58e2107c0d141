import { bodiesOf, type Body } from "../ir/blocks.ts";
import type * as ir from "../ir/node.ts";
import { forEachChild, walk } from "../ir/walk.ts";
import type { Binding } from "../types/binding.ts";
import type { FunctionType } from "../types/type.ts";
import type { Callee } from "./raises.ts";
import { callableType, functionUses, waitingType } from "./waiting-values.ts";

/*
 * What functions do that matters where several run side by side: effects that others can see, and waiting for others. Each function tells it of its
 * own statements and of what it calls; the program's answer is solved from that.
 */

/** Something that the order or simultaneity of tasks changes. */
export type SharedEffect = "prints" | "mutates";

/** What one function tells about running beside others. */
export interface ConcurrencySummary {
  readonly effects: readonly SharedEffect[];
  /** Its own statements wait for other goroutines, those of function literals that it calls included. */
  readonly waits: boolean;
  /** What it calls, function literals included, but not what it starts with `go`. */
  readonly calls: readonly Callee[];
  /** It starts goroutines. */
  readonly starts: boolean;
  /** Functions and methods that are started to run on their own. */
  readonly started: readonly Callee[];
  /** The types of the function values that it calls, and of those that it starts. */
  readonly valueCalls: readonly FunctionType[];
  readonly startedValues: readonly FunctionType[];
  /** It takes locks. */
  readonly locks: boolean;
  /** What it does while it holds one, and whether it may end with it. */
  readonly held?: ConcurrencySummary | undefined;
  readonly endsLocked: boolean;
}

/** A function that is used as a value, with what it does when it is called. */
export interface ValueSummary {
  readonly type: FunctionType;
  readonly value: Callee | ConcurrencySummary;
}

/** Summarises the function values of a unit. */
export function valuesOf(declarations: readonly ir.Node[]): readonly ValueSummary[] {
  const closures = localClosures(declarations);
  return functionUses(declarations, closures).map(({ type, value }) => ({
    type,
    value: value.kind === "Closure" ? concurrencyOf(value.body, false, closures) : value,
  }));
}

/** The function, method or constructor of the program that a node calls. */
export function calledBy(node: ir.Node): Callee | undefined {
  if (node.kind === "Call" && node.callee.kind === "Variable") return { kind: "function", id: node.callee.binding.id };
  if (node.kind === "MethodCall" && node.symbol !== undefined)
    return node.viaSuper === true && node.method === "__init__"
      ? { kind: "constructor", symbol: node.symbol }
      : { kind: "method", symbol: node.symbol, name: node.method };
  if (node.kind === "New" && node.type.kind === "named") return { kind: "constructor", symbol: node.type.symbol };
  return undefined;
}

/** Whether the node itself makes its goroutine wait. */
export function isWaiting(node: ir.Node): boolean {
  switch (node.kind) {
    case "Receive":
    case "Send":
    case "Select":
    case "ChooseChannel":
    case "Sleep":
      return true;
    case "Synchronize":
      return node.form === "wait" || node.form === "waitCondition" || node.form === "acquire";
    case "ForEach":
      return node.iterable.type.kind === "channel";
    default:
      return false;
  }
}

/** Summarises the statements of a function, or of the program itself. */
export function concurrencyOf(
  body: readonly ir.Node[],
  isConstructor: boolean,
  closures: ReadonlyMap<Binding, ir.Closure> = localClosures(body),
): ConcurrencySummary {
  const calls: Callee[] = [];
  const started: Callee[] = [];
  const valueCalls: FunctionType[] = [];
  const startedValues: FunctionType[] = [];
  const entered = new Set<ir.Closure>();
  let waits = false;
  let starts = false;
  const enter = (closure: ir.Closure): void => {
    if (entered.has(closure)) return;
    entered.add(closure);
    closure.body.forEach(visit);
  };
  const visit = (node: ir.Node): void => {
    if (node.kind === "Function" || node.kind === "Closure" || node.kind === "Record") return;
    if (node.kind === "Spawn") {
      starts = true;
      const callee = calledBy(node.call);
      if (callee) started.push(callee);
      startedValues.push(...calledValue(node.call, closures));
      forEachChild(node.call, (child) => (child === calleeOf(node.call) ? undefined : visit(child)));
      return;
    }
    waits ||= isWaiting(node);
    const callee = calledBy(node);
    if (callee) calls.push(callee);
    valueCalls.push(...calledValue(node, closures));
    if (node.kind === "Synchronize" && node.form === "go")
      startedValues.push(...keptFunction(node.operands[0], closures));
    if (node.kind === "Call") {
      const closure =
        node.callee.kind === "Closure"
          ? node.callee
          : node.callee.kind === "Variable"
            ? closures.get(node.callee.binding)
            : undefined;
      if (closure) enter(closure);
    }
    forEachChild(node, visit);
  };
  body.forEach(visit);
  const effects = effectsOf(body, isConstructor);
  const locks = mentionsLock(body);
  const { held, endsLocked } = locks ? lockedPart(body) : { held: [], endsLocked: false };
  return {
    effects: [...effects],
    waits,
    starts,
    calls,
    started,
    valueCalls,
    startedValues,
    locks,
    held: held.length > 0 ? concurrencyOf(held, false, closures) : undefined,
    endsLocked,
  };
}

/** The type of the function value that a node calls: of a parameter, a field, an element. */
function calledValue(node: ir.Node, closures: ReadonlyMap<Binding, ir.Closure>): readonly FunctionType[] {
  if (node.kind === "Synchronize" && node.form === "once") {
    const type = node.operands[0] && callableType(node.operands[0].type);
    return type ? [type] : [];
  }
  return node.kind === "Call" ? keptFunction(node.callee, closures) : [];
}

function keptFunction(
  node: ir.Expression | undefined,
  closures: ReadonlyMap<Binding, ir.Closure>,
): readonly FunctionType[] {
  if (node === undefined || node.kind === "Closure") return [];
  if (node.kind === "Variable" && (node.binding.kind === "function" || closures.has(node.binding))) return [];
  // An iterator gives its values to a loop.
  if (node.kind === "Variable" && node.binding.name === "yield") return [];
  const type = waitingType(node.type);
  return type ? [type] : [];
}

function calleeOf(node: ir.Expression): ir.Expression | undefined {
  return node.kind === "Call" ? node.callee : undefined;
}

/** Local variables that hold one function literal for good. */
export function localClosures(body: readonly ir.Node[]): ReadonlyMap<Binding, ir.Closure> {
  const found = new Map<Binding, ir.Closure>();
  const several = new Set<Binding>();
  const set = (binding: Binding, value: ir.Expression | undefined): void => {
    if (value?.kind !== "Closure") {
      if (value !== undefined) several.add(binding);
      return;
    }
    if (found.has(binding)) several.add(binding);
    found.set(binding, value);
  };
  for (const node of body) {
    walk(node, (inner) => {
      if (inner.kind === "Declare") set(inner.binding, inner.value);
      if (inner.kind === "Assign")
        for (const target of inner.targets) if (target.kind === "Variable") set(target.binding, inner.value);
    });
  }
  several.forEach((binding) => found.delete(binding));
  return found;
}

const freshKinds: ReadonlySet<ir.Kind> = new Set([
  "ListLiteral",
  "DictLiteral",
  "SetLiteral",
  "TupleLiteral",
  "Comprehension",
  "New",
  "RecordLiteral",
  "Collect",
  "Sorted",
  "Concatenate",
  "Repeat",
  "Copy",
  "MakeList",
]);

/** Fields of the operations that change a collection in place, which hold the collection. */
const changed: Readonly<Partial<Record<ir.Kind, string>>> = {
  ListAppend: "list",
  ListExtend: "list",
  ListInsert: "list",
  ListPop: "list",
  ListRemove: "list",
  ListSort: "list",
  ListReverse: "list",
  Clear: "container",
  DictSetDefault: "map",
  DictPop: "map",
  DictUpdate: "map",
  DictDiscard: "map",
  SetAdd: "set",
  SetDiscard: "set",
  SetUpdate: "set",
  CopyElements: "target",
};

function effectsOf(body: readonly ir.Node[], isConstructor: boolean): ReadonlySet<SharedEffect> {
  const effects = new Set<SharedEffect>();
  const own = ownObjects(body);
  const isOwn = (place: ir.Expression): boolean => {
    const root = rootOf(place);
    return root !== undefined && (own.has(root) || (isConstructor && root.kind === "receiver"));
  };
  const store = (target: ir.Expression): void => {
    if (target.kind === "TupleLiteral") target.elements.forEach(store);
    else if (target.kind === "Spread") store(target.operand);
    else if (target.kind === "Variable") {
      if (target.binding.kind === "global" || target.binding.captured) effects.add("mutates");
    } else if (!isOwn(target)) effects.add("mutates");
  };
  const visit = (node: ir.Node): void => {
    if (node.kind === "Function" || node.kind === "Record") return;
    if (node.kind === "Print" && node.stream === "stdout") effects.add("prints");
    if (node.kind === "Assign") node.targets.forEach(store);
    if (node.kind === "Delete") node.targets.forEach(store);
    if (node.kind === "Update") store(node.target);
    const field = changed[node.kind];
    if (field !== undefined && !isOwn((node as unknown as Record<string, ir.Expression>)[field]!))
      effects.add("mutates");
    if (node.kind === "With" && node.items.some(isLock)) {
      if (effectsOf(node.body, isConstructor).has("prints")) effects.add("prints");
      return;
    }
    if (node.kind === "Locked") {
      const inner = effectsOf(node.body, isConstructor);
      if (inner.has("prints")) effects.add("prints");
      return;
    }
    forEachChild(node, visit);
  };
  body.forEach(visit);
  return effects;
}

/** A lock of threads, whose holder nobody disturbs. */
function isLock({ manager }: ir.WithItem): boolean {
  return manager?.form === "library" && /^threading\.(Lock|RLock|Condition)$/.test(manager.path);
}

function rootOf(place: ir.Expression): Binding | undefined {
  switch (place.kind) {
    case "Variable":
      return place.binding;
    case "Field":
    case "Index":
    case "Slice":
      return rootOf(place.object);
    case "Lookup":
      return rootOf(place.map);
    default:
      return undefined;
  }
}

/** Local variables that only ever hold what the function itself has made. */
function ownObjects(body: readonly ir.Node[]): ReadonlySet<Binding> {
  const made = new Set<Binding>();
  const others = new Set<Binding>();
  for (const node of body) {
    walk(node, (inner) => {
      if (inner.kind !== "Assign") return;
      for (const target of inner.targets)
        if (target.kind === "Variable" && target.binding.kind === "local" && !target.binding.captured)
          (freshKinds.has(inner.value.kind) ? made : others).add(target.binding);
    });
  }
  others.forEach((binding) => made.delete(binding));
  return made;
}

/** Whether a node takes a lock of threads, for reading or for writing. */
export function isLocking(node: ir.Node): boolean {
  return node.kind === "Synchronize" && (node.form === "lock" || node.form === "readLock");
}

function mentionsLock(body: readonly ir.Node[]): boolean {
  let found = false;
  for (const node of body) {
    walk(node, (inner) => {
      found ||= isLocking(inner);
      return inner.kind !== "Function" && inner.kind !== "Closure";
    });
  }
  return found;
}

/** The statements that run while a lock is held; whether one is still held in the end, which nothing deferred gives back. */
function lockedPart(body: readonly ir.Node[]): {
  readonly held: readonly ir.Statement[];
  readonly endsLocked: boolean;
} {
  const statements: ir.Statement[] = [];
  let endsLocked = false;
  const visit = (block: Body): void => {
    let count = 0;
    let isDeferred = false;
    for (const statement of block) {
      const form = lockForm(statement);
      if (form === "lock") count++;
      else if (form === "unlock") count--;
      else {
        isDeferred ||= statement.kind === "Defer";
        if (count > 0) statements.push(statement);
        else bodiesOf(statement).forEach(visit);
      }
    }
    const isLeft = block.at(-1)?.kind === "Return" || isDeferred;
    endsLocked ||= count > 0 && !isLeft;
  };
  for (const node of body) if (node.kind === "TopLevel") visit(node.body);
  visit(body.filter((node): node is ir.Statement => node.sort === "statement"));
  return { held: statements, endsLocked };
}

function lockForm(statement: ir.Statement): "lock" | "unlock" | undefined {
  if (statement.kind !== "ExpressionStatement" || statement.expression.kind !== "Synchronize") return undefined;
  const { form } = statement.expression;
  return form === "lock" || form === "readLock"
    ? "lock"
    : form === "unlock" || form === "readUnlock"
      ? "unlock"
      : undefined;
}
