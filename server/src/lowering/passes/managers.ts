import type { Body } from "../../ir/blocks.ts";
import { assign, expression, expressionStatement, none, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { walk } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { noneType } from "../../types/build.ts";
import { enterCall } from "../lift/python-with.ts";
import type { PassContext } from "./pass.ts";

type Part = readonly ir.Statement[];

/**
 * Takes a `with` apart: one statement for each manager. One whose method looks at no exception, or whose block raises none, becomes a `try` with a
 * `finally`; of one that looks, only leaving is left to the `with`.
 */
export function manage(node: ir.With, context: PassContext): Part {
  return node.items.reduceRight<Part>((body, item) => managed(item, body, node, context), node.body);
}

function managed(item: ir.WithItem, body: Part, node: ir.With, context: PassContext): Part {
  const { manager } = item;
  if (manager?.form === "object") return overObject(item, manager, body, node, context);
  if (manager?.form === "function") return overFunction(item, body, node, context);
  if (manager?.form === "library" && locks.has(manager.path)) return overLock(item, body, context);
  if (manager?.form === "library" && /^concurrent\.futures\.\w+PoolExecutor$/.test(manager.path))
    return overExecutor(item, body, context);
  return overFunction(item, body, node, context);
}

/** What is locked and unlocked, or acquired and released. */
const locks: ReadonlySet<string> = new Set([
  "asyncio.Lock",
  "asyncio.Semaphore",
  "asyncio.BoundedSemaphore",
  "asyncio.Condition",
  "threading.Lock",
  "threading.Semaphore",
  "threading.BoundedSemaphore",
  "threading.Condition",
]);

/** An executor waits for what it runs. */
function overExecutor(item: ir.WithItem, body: Part, context: PassContext): Part {
  const held = item.target ?? variable(context.temporary("pool", item.context.type));
  const wait = expression("ConcurrentCall", noneType, {
    operation: "concurrent.futures.Executor.shutdown",
    operands: [held],
    given: [-1],
  });
  const attempt: ir.Try = {
    sort: "statement",
    kind: "Try",
    body,
    handlers: [],
    orElse: [],
    finally: [expressionStatement(wait)],
    group: false,
  };
  return [assign(held, item.context), attempt];
}

function overLock(item: ir.WithItem, body: Part, context: PassContext): Part {
  const kept = item.context.kind === "Variable" || item.context.kind === "Field";
  const held = kept ? undefined : context.temporary("lock", item.context.type);
  const object = held ? variable(held) : item.context;
  const call = (form: "lock" | "unlock"): ir.Statement =>
    expressionStatement(expression("Synchronize", noneType, { object, form, operands: [] }));
  const attempt: ir.Try = {
    sort: "statement",
    kind: "Try",
    body,
    handlers: [],
    orElse: [],
    finally: [call("unlock")],
    group: false,
  };
  return [...(held ? [assign(object, item.context)] : []), call("lock"), attempt];
}

/** The statement without its comments, which stay with the first of its parts. */
function bare(node: ir.With): ir.With {
  const { leading: _leading, trailing: _trailing, blankBefore: _blank, ...rest } = node;
  return rest;
}

function overObject(
  item: ir.WithItem,
  manager: Extract<ir.Manager, { form: "object" }>,
  body: Part,
  node: ir.With,
  context: PassContext,
): Part {
  const kept = heldIn(item.context);
  const held = kept ?? context.temporary("manager", item.context.type);
  const receiver = variable(held, item.context.type);
  const enter = manager.isEntered ? receiver : enterCall(receiver, manager);
  const entered = item.target ? [assign(item.target, enter)] : manager.isEntered ? [] : [expressionStatement(enter)];
  const head = [...(kept ? [] : [assign(receiver, item.context)]), ...entered];
  const { symbol, exit, isGiven } = manager;
  if (context.raises(body).length > 0 && manager.looks) {
    const left: ir.WithItem = { context: receiver, manager: { ...manager, isEntered: true } };
    return [...head, { ...bare(node), items: [left], body }];
  }
  const args = isGiven ? [{ value: none({ kind: "any" }) }] : [];
  const leave = expression("MethodCall", noneType, { receiver, method: exit, symbol, arguments: args });
  const attempt: ir.Try = {
    sort: "statement",
    kind: "Try",
    body,
    handlers: [],
    orElse: [],
    finally: [expressionStatement(leave)],
    group: false,
  };
  return [...head, attempt];
}

/** The variable that holds the manager for good. */
function heldIn(node: ir.Expression): Binding | undefined {
  return node.kind === "Variable" && node.binding.assignments <= 1 && !node.binding.captured ? node.binding : undefined;
}

/** What the function hands to the block is a parameter: the target itself, where nothing else uses it. */
function overFunction(item: ir.WithItem, body: Part, node: ir.With, context: PassContext): Part {
  const { target, ...rest } = item;
  if (target === undefined) return [{ ...bare(node), items: [item], body }];
  if (target.kind === "Variable" && isOwn(target.binding, body))
    return [{ ...bare(node), items: [{ ...rest, parameter: target.binding }], body }];
  const parameter = context.temporary("given", target.type);
  const received = assign(target, variable(parameter));
  return [{ ...bare(node), items: [{ ...rest, parameter }], body: [received, ...body] }];
}

/** Whether only the block uses the variable. */
function isOwn(binding: Binding, body: Body): boolean {
  if (binding.kind !== "local" || binding.assignments > 1) return false;
  let reads = 0;
  for (const statement of body)
    walk(statement, (node) => void (node.kind === "Variable" && node.binding === binding && reads++));
  return reads >= binding.reads;
}
