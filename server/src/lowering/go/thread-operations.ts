import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { elementType } from "../passes/loops.ts";
import { listOf } from "../../types/build.ts";
import { expression } from "../../ir/build.ts";
import { operandOf } from "../concurrent-operations.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { durationOf } from "./concurrency.ts";
import { compareFunction } from "./equality.ts";
import { failWhere } from "./raise.ts";
import * as build from "./syntax.ts";
import { literal, waited, work } from "./tasks.ts";

/* Threads, executors and their queues and locks, which are goroutines and package sync. */

type Lower = (node: ir.ConcurrentCall, context: GoLowerContext) => go.Expr;

function method(name: string): Lower {
  return (node, context) => {
    const [object, ...operands] = context.expressions(node.operands);
    return build.call(build.selector(object!, name), ...operands);
  };
}

/** A method whose value is always true. */
function locking(name: string, field?: string): Lower {
  return (node, context) => {
    const object = context.expression(node.operands[0]!);
    const locked = field === undefined ? object : build.selector(object, field);
    context.emit(build.statement(build.call(build.selector(locked, name))));
    return node.operation.endsWith(".release") ? build.nothing() : build.ident("true");
  };
}

/** Says what threads do to each other where Python's interpreter takes care that they do not. */
function reportSharing(call: ir.Expression, node: ir.Node, context: GoLowerContext): void {
  if (!context.facts.sharedEffects([call]).has("mutates")) return;
  context.report(node, {
    severity: "mark",
    code: "data-race",
    message:
      "The threads change data that others can see; CPython runs one thread at a time, goroutines run at once. Protect the data with a lock.",
  });
}

function thread(node: ir.ConcurrentCall, context: GoLowerContext): go.Expr {
  const call = operandOf(node, "target")!;
  reportSharing(call, node, context);
  const name = operandOf(node, "name");
  const lowered = name ? context.expression(name) : build.string("");
  context.helper("workerThread");
  return build.call("newWorkerThread", lowered, work(call, context, true));
}

function submit(node: ir.ConcurrentCall, context: GoLowerContext): go.Expr {
  const call = operandOf(node, "fn")!;
  reportSharing(call, node, context);
  const pool = context.expression(node.operands[0]!);
  if (call.type.kind !== "none") return build.call("submitWork", pool, work(call, context));
  const nothing: ir.Expression = { ...call, type: { kind: "none" } };
  const body = work(nothing, context, true);
  return build.call("submitWork", pool, withEmptyResult(body));
}

/** `func() (any, error) { return nil, work() }` */
function withEmptyResult(body: go.Expr): go.FuncLit {
  return {
    kind: "FuncLit",
    type: build.functionType(
      [],
      [build.field(undefined, build.ident("any")), build.field(undefined, build.ident("error"))],
    ),
    body: build.block([build.returnStatement(build.ident("nil"), build.call(body))]),
    span: { start: 0, end: 0 },
  };
}

function mapped(node: ir.ConcurrentCall, context: GoLowerContext): go.Expr {
  const call = operandOf(node, "fn")!;
  reportSharing(call, node, context);
  const item = operandOf(node, "item") as ir.Variable;
  const iterable = operandOf(node, "a")!;
  const list =
    iterable.type.kind === "list"
      ? iterable
      : expression("Collect", listOf(elementType(iterable.type)), { operand: iterable });
  const [pool, items] = context.expressions([node.operands[0]!, list]);
  const body = literal(call, call.type, context);
  const parameter = build.field(context.name(item.binding), context.type(item.type));
  const function_: go.FuncLit = { ...body, type: { ...body.type, params: { ...build.fields([parameter]) } } };
  return waited(build.call(context.helper("mapWork"), pool!, function_, items!), node, context, "results");
}

/** The futures of a list or of the keys of a dict, in whatever order. */
function completed(node: ir.ConcurrentCall, context: GoLowerContext): go.Expr {
  const futures = operandOf(node, "futures")!;
  const lowered = context.expression(futures);
  const list =
    futures.type.kind === "dict" || futures.type.kind === "set"
      ? build.libraryCall("slices", "Collect", build.libraryCall("maps", "Keys", lowered))
      : lowered;
  return build.call(context.helper("completedFutures"), list);
}

function given(name: string, inside: (value: go.Expr, context: GoLowerContext) => go.Expr, otherwise: number): Lower {
  return (node, context) => {
    const operand = operandOf(node, name);
    return inside(operand ? context.expression(operand) : build.integer(otherwise), context);
  };
}

const semaphore = given("value", (value, context) => build.call("make", context.helper("threadSemaphore"), value), 1);
const executor: Lower = (node, context) => {
  const operand = operandOf(node, "max_workers");
  const limit = operand
    ? context.expression(operand)
    : build.binary(build.libraryCall("runtime", "NumCPU"), "+", build.integer(4));
  return build.unary("&", build.composite(context.helper("workerPool"), [build.keyValue(build.ident("limit"), limit)]));
};

/** `item, ok := q.tryGet(limit)`, and an `Empty` where there was none. */
function getWithin(node: ir.ConcurrentCall, context: GoLowerContext): go.Expr {
  const limit = operandOf(node, "timeout");
  const queue = context.expression(node.operands[0]!);
  const item = context.fresh("item");
  const ok = context.fresh("ok");
  const duration = limit ? durationOf(limit, context) : build.integer(0);
  context.emit(build.define([item, ok], build.call(build.selector(queue, "tryGet"), duration)));
  failWhere(build.unary("!", build.ident(ok)), "Empty", "", context);
  return build.ident(item);
}

/** An item that is put where there is room for it, or soon: `Full` where there is not. */
function putWithin(node: ir.ConcurrentCall, context: GoLowerContext): go.Expr {
  const limit = operandOf(node, "timeout");
  const [queue, item] = context.expressions([node.operands[0]!, operandOf(node, "item")!]);
  const duration = limit ? durationOf(limit, context) : build.integer(0);
  failWhere(build.unary("!", build.call(build.selector(queue!, "tryPut"), item!, duration)), "Full", "", context);
  return build.nothing();
}

/** `lock.acquire(blocking=False)` */
function acquireLock(node: ir.ConcurrentCall, context: GoLowerContext): go.Expr {
  const blocking = operandOf(node, "blocking");
  if (blocking === undefined) return locking("Lock")(node, context);
  if (blocking.kind !== "BooleanLiteral" || blocking.value)
    throw new Untranslatable(
      "lock-limit",
      "A lock that is waited for a limited time is not translated; a channel can do that in Go.",
    );
  return build.call(build.selector(context.expression(node.operands[0]!), "TryLock"));
}

/** A queue that hands out the last item first, or the smallest. */
function ordered(kind: "stack" | "heap"): Lower {
  return (node, context) => {
    if (node.type.kind !== "channel") throw new Untranslatable("library-type", "What this queue holds is not known.");
    const queue = newQueue(node, context);
    return kind === "stack"
      ? build.call(context.helper("lastFirst"), queue)
      : build.call(context.helper("smallestFirst"), queue, compareFunction(node.type.element, context));
  };
}

const size = method("size");

const newQueue: Lower = (node, context) => {
  const type = context.type(node.type);
  const element = type.kind === "StarExpr" && type.x.kind === "IndexExpr" ? type.x.index : build.ident("any");
  const limit = operandOf(node, "maxsize");
  return build.call(
    build.instantiate(build.ident("newBlockingQueue"), [element]),
    limit ? context.expression(limit) : build.integer(0),
  );
};

/** A timer: a thread that first waits. */
function timer(node: ir.ConcurrentCall, context: GoLowerContext): go.Expr {
  const call = operandOf(node, "function")!;
  reportSharing(call, node, context);
  const interval = operandOf(node, "interval");
  if (interval === undefined) throw new Untranslatable("thread-arguments", "A timer needs its interval.");
  context.helper("threadTimer");
  return build.call("newThreadTimer", durationOf(interval, context), work(call, context, true));
}

export const threadOperations: Readonly<Record<string, Lower>> = {
  "threading.Thread": thread,
  "threading.Thread.start": method("start"),
  "threading.Thread.join": method("join"),
  "threading.Thread.is_alive": method("isAlive"),
  "threading.Lock": () => build.unary("&", build.composite(build.packageMember("sync", "Mutex"), [])),
  "threading.Lock.acquire": acquireLock,
  "threading.Timer": timer,
  "threading.Timer.start": method("start"),
  "threading.Timer.cancel": method("cancel"),
  "threading.Timer.join": method("join"),
  "threading.Timer.is_alive": method("isAlive"),
  "threading.Barrier": (node, context) => {
    context.helper("threadBarrier");
    return build.call("newThreadBarrier", context.expression(operandOf(node, "parties")!));
  },
  "threading.Barrier.wait": method("wait"),
  "threading.Lock.release": locking("Unlock"),
  "threading.Semaphore": semaphore,
  "threading.Semaphore.acquire": locking("Lock"),
  "threading.Semaphore.release": locking("Unlock"),
  "threading.BoundedSemaphore": semaphore,
  "threading.BoundedSemaphore.acquire": locking("Lock"),
  "threading.BoundedSemaphore.release": locking("Unlock"),
  "threading.Event": (_, context) => {
    context.helper("threadEvent");
    return build.call("newThreadEvent");
  },
  "threading.Event.set": method("set"),
  "threading.Event.clear": method("clear"),
  "threading.Event.is_set": method("isSet"),
  "threading.Event.wait": (node, context) => {
    const limit = operandOf(node, "timeout");
    const event = context.expression(node.operands[0]!);
    return build.call(
      build.selector(event, "wait"),
      limit ? durationOf(limit, context) : build.unary("-", build.integer(1)),
    );
  },
  "threading.Condition": (node, context) => {
    const lock = operandOf(node, "lock");
    const held = lock
      ? context.expression(lock)
      : build.unary("&", build.composite(build.packageMember("sync", "Mutex"), []));
    return build.libraryCall("sync", "NewCond", held);
  },
  "threading.Condition.acquire": locking("Lock", "L"),
  "threading.Condition.release": locking("Unlock", "L"),
  "threading.Condition.wait": locking("Wait"),
  "threading.Condition.notify": method("Signal"),
  "threading.Condition.notify_all": method("Broadcast"),
  "threading.Condition.wait_for": (node, context) => {
    const [condition, predicate] = context.expressions(node.operands);
    const wait = build.statement(build.call(build.selector(condition!, "Wait")));
    context.emit({
      kind: "ForStmt",
      cond: build.unary("!", build.call(predicate!)),
      body: build.block([wait]),
      span: { start: 0, end: 0 },
    });
    return build.ident("true");
  },
  ...Object.fromEntries(
    ["queue.Queue", "queue.SimpleQueue"].flatMap((path): readonly (readonly [string, Lower])[] => [
      [path, newQueue],
      [`${path}.get`, method("get")],
      [`${path}.put`, method("put")],
      [`${path}.get_nowait`, getWithin],
      [`${path}.get_within`, getWithin],
      [`${path}.put_within`, putWithin],
      [`${path}.put_nowait`, putWithin],
      [`${path}.full`, method("isFull")],
      [`${path}.qsize`, size],
      [`${path}.empty`, (node, context) => build.binary(size(node, context), "==", build.integer(0))],
      [`${path}.task_done`, method("done")],
      [`${path}.join`, method("join")],
    ]),
  ),
  "queue.LifoQueue": ordered("stack"),
  "queue.PriorityQueue": ordered("heap"),
  "concurrent.futures.ThreadPoolExecutor": executor,
  "concurrent.futures.ProcessPoolExecutor": executor,
  "concurrent.futures.Executor.submit": submit,
  "concurrent.futures.Executor.map": mapped,
  "concurrent.futures.Executor.shutdown": method("wait"),
  "concurrent.futures.as_completed": completed,
  "concurrent.futures.Future.result": (node, context) =>
    waited(build.call(build.selector(context.expression(node.operands[0]!), "result")), node, context, "result"),
  "concurrent.futures.Future.exception": method("exception"),
  "concurrent.futures.Future.done": method("isDone"),
};
