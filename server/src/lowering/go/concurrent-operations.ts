import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { elementType } from "../passes/loops.ts";
import type { Type } from "../../types/type.ts";
import { operandOf } from "../concurrent-operations.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { durationOf } from "./concurrency.ts";
import { compareFunction } from "./equality.ts";
import { operationError } from "./raise.ts";
import * as build from "./syntax.ts";
import { threadOperations } from "./thread-operations.ts";
import { tupleLiteral } from "./tuples.ts";
import { awaitedType, coroutine, startedTask, taskList, waited, work } from "./tasks.ts";

type Lower = (node: ir.ConcurrentCall, context: GoLowerContext) => go.Expr;

/** An operation of asyncio, of threads, queues and locks. */
export function operationToGo(node: ir.ConcurrentCall, context: GoLowerContext): go.Expr {
  const lower = lowerings[node.operation] ?? threadOperations[node.operation];
  if (lower === undefined) throw new Untranslatable("concurrent-operation", `\`${node.operation}\` is not translated.`);
  return lower(node, context);
}

/** A method of the type that stands for the class. `hint`: what its value is called. */
function method(name: string, hint?: string): Lower {
  return (node, context) => {
    const [object, ...operands] = context.expressions(node.operands);
    return waited(build.call(build.selector(object!, name), ...operands), node, context, hint);
  };
}

/** A method that cannot fail and does not wait. */
function plain(name: string): Lower {
  return (node, context) => {
    const [object, ...operands] = context.expressions(node.operands);
    return build.call(build.selector(object!, name), ...operands);
  };
}

function field(name: string): Lower {
  return (node, context) => build.selector(context.expression(node.operands[0]!), name);
}

/** `&T{field: operand}`; without an operand the field has the value `otherwise`, if there is one. */
function made(name?: string, parameter?: string, otherwise?: number): Lower {
  return (node, context) => {
    const type = context.type(node.type);
    const bare = type.kind === "StarExpr" ? type.x : type;
    const operand = parameter === undefined ? undefined : operandOf(node, parameter);
    const value = operand
      ? context.expression(operand)
      : otherwise === undefined
        ? undefined
        : build.integer(otherwise);
    return build.unary("&", build.composite(bare, name && value ? [build.keyValue(build.ident(name), value)] : []));
  };
}

/** What a queue does where it is empty, or full: the exception is raised by a test before. */
function now(test: (queue: go.Expr) => go.Expr, error: string, name: string): Lower {
  return (node, context) => {
    const [object, ...operands] = context.expressions(node.operands);
    const queue = object!.kind === "Ident" ? object : context.temporary("queue", object!);
    context.emit(
      build.ifStatement(test(queue), context.failure.propagate(operationError(error, build.string(""), context))),
    );
    const call = build.call(build.selector(queue, name), ...operands);
    return node.type.kind === "none" ? call : context.temporary("item", call);
  };
}

const isEmpty = (queue: go.Expr): go.Expr =>
  build.binary(build.call("len", build.selector(queue, "items")), "==", build.integer(0));

function comparison(fieldName: string, operator: "==" | ">", length: boolean): Lower {
  return (node, context) => {
    const value = build.selector(context.expression(node.operands[0]!), fieldName);
    return build.binary(length ? build.call("len", value) : value, operator, build.integer(0));
  };
}

const queueOfTasks: Readonly<Record<string, Lower>> = {
  "": made("limit", "maxsize"),
  get: method("get", "item"),
  put: method("put"),
  get_nowait: now(isEmpty, "QueueEmpty", "take"),
  put_nowait: now((queue) => build.call(build.selector(queue, "isFull")), "QueueFull", "add"),
  qsize: (node, context) => build.call("len", build.selector(context.expression(node.operands[0]!), "items")),
  empty: comparison("items", "==", true),
  full: plain("isFull"),
  task_done: plain("done"),
  join: method("join"),
};
const semaphore: Readonly<Record<string, Lower>> = {
  "": made("free", "value", 1),
  acquire: (node, context) => asTrue("acquire", node, context),
  release: plain("release"),
  locked: comparison("free", "==", false),
};

/** A wait whose result is always true. */
function asTrue(name: string, node: ir.ConcurrentCall, context: GoLowerContext): go.Expr {
  const object = context.expression(node.operands[0]!);
  const call = waited(build.call(build.selector(object, name)), { ...node, type: { kind: "none" } }, context);
  if (!build.isNothing(call)) context.emit(build.statement(call));
  return build.ident("true");
}

/** A queue that hands out its items in another order than they came. */
function inOrder(helper: "asyncLastFirst" | "asyncSmallestFirst"): Lower {
  return (node, context) => {
    const queue = made("limit", "maxsize")(node, context);
    if (node.type.kind !== "channel" || helper === "asyncLastFirst") return build.call(context.helper(helper), queue);
    return build.call(context.helper(helper), queue, compareFunction(node.type.element, context));
  };
}

const lowerings: Readonly<Record<string, Lower>> = {
  "asyncio.LifoQueue": inOrder("asyncLastFirst"),
  "asyncio.PriorityQueue": inOrder("asyncSmallestFirst"),
  ...members("asyncio.Queue", queueOfTasks),
  ...members("asyncio.Lock", semaphore),
  ...members("asyncio.Semaphore", semaphore),
  ...members("asyncio.BoundedSemaphore", semaphore),
  ...members("asyncio.Event", {
    "": made(),
    wait: (node, context) => asTrue("wait", node, context),
    set: plain("set"),
    clear: (node, context) => {
      context.emit(build.assign(build.selector(context.expression(node.operands[0]!), "isSet"), build.ident("false")));
      return build.nothing();
    },
    is_set: field("isSet"),
  }),
  ...members("asyncio.Condition", {
    "": condition,
    acquire: semaphore["acquire"]!,
    release: semaphore["release"]!,
    locked: semaphore["locked"]!,
    wait: (node, context) => asTrue("wait", node, context),
    wait_for: (node, context) => {
      const [object, predicate] = context.expressions(node.operands);
      const call = build.call(build.selector(object!, "waitFor"), predicate!);
      const done = waited(call, { ...node, type: { kind: "none" } }, context);
      if (!build.isNothing(done)) context.emit(build.statement(done));
      return build.ident("true");
    },
    notify: (node, context) => {
      const count = operandOf(node, "n");
      const [object, given] = context.expressions(count ? [node.operands[0]!, count] : [node.operands[0]!]);
      return build.call(build.selector(object!, "notify"), given ?? build.integer(1));
    },
    notify_all: (node, context) => {
      const object = context.expression(node.operands[0]!);
      return build.call(build.selector(object, "notify"), build.call("len", build.selector(object, "sleepers")));
    },
  }),
  ...members("asyncio.Task", {
    cancel: plain("cancel"),
    cancelled: plain("isCancelled"),
    done: field("done"),
    exception: field("err"),
    result: (node, context) => {
      const task = context.expression(node.operands[0]!);
      const name = node.type.kind === "none" ? "wait" : "await";
      return waited(build.call(build.selector(task, name)), node, context, "result");
    },
  }),
  "asyncio.TaskGroup": () => {
    throw new Untranslatable("task-group", "A group of tasks is only translated in `async with`.");
  },
  "asyncio.TaskGroup.create_task": (node, context) => {
    const group = context.expression(node.operands[0]!);
    const task = context.temporary("task", startedTask(operandOf(node, "coro")!, context));
    context.emit(build.statement(build.call(build.selector(group, "add"), routineOf(task, awaitedType(node.type)))));
    return task;
  },
  "asyncio.wait_for": (node, context) => {
    const awaited = operandOf(node, "awaitable")!;
    const limit = operandOf(node, "timeout");
    if (limit === undefined) return context.expression({ ...awaited, type: node.type });
    const duration = durationOf(limit, context);
    if (node.type.kind !== "none")
      return waited(build.call(context.helper("asyncWaitFor"), duration, coroutine(awaited, context)), node, context);
    context.helper("asyncWaitFor");
    const routine = startedTask(awaited, context);
    const after = build.call(build.selector(build.ident("asyncLoop"), "after"), duration);
    return waited(build.call(build.selector(routine, "waitUntil"), after), node, context);
  },
  "asyncio.wait": waitForSome,
  "asyncio.as_completed": (node, context) => {
    const tasks = operandOf(node, "tasks")!;
    if (awaitedType(elementType(tasks.type)).kind === "none")
      throw new Untranslatable("as-completed", "`as_completed` of coroutines without results is not translated.");
    return build.call(context.helper("asyncCompleted"), taskList(tasks, context));
  },
  "asyncio.shield": (node, context) =>
    build.call(context.helper("asyncShield"), startedTask(operandOf(node, "awaitable")!, context)),
  "asyncio.to_thread": (node, context) => {
    const call = operandOf(node, "func")!;
    if (call.type.kind === "none")
      throw new Untranslatable(
        "to-thread",
        "`to_thread` of a function without a result is not translated; start a goroutine.",
      );
    return waited(build.call(context.helper("asyncThread"), work(call, context)), node, context);
  },
};

function members(path: string, all: Readonly<Record<string, Lower>>): Readonly<Record<string, Lower>> {
  return Object.fromEntries(
    Object.entries(all).map(([name, lower]) => [name === "" ? path : `${path}.${name}`, lower] as const),
  );
}

function routineOf(task: go.Expr, result: Type): go.Expr {
  return result.kind === "none" ? task : build.selector(task, "asyncRoutine");
}

/** A condition has a lock of its own, or one that it is given. */
function condition(node: ir.ConcurrentCall, context: GoLowerContext): go.Expr {
  const lock = operandOf(node, "lock");
  const semaphoreType = context.helper("asyncSemaphore");
  const held = lock
    ? context.expression(lock)
    : build.unary("&", build.composite(semaphoreType, [build.keyValue(build.ident("free"), build.integer(1))]));
  const type = context.helper("asyncCondition");
  return build.unary("&", build.composite(type, [build.keyValue(build.ident("asyncSemaphore"), held)]));
}

function waitForSome(node: ir.ConcurrentCall, context: GoLowerContext): go.Expr {
  const tasks = context.temporary("tasks", taskList(operandOf(node, "tasks")!, context));
  const limit = operandOf(node, "timeout");
  const duration = limit ? durationOf(limit, context) : build.integer(0);
  const until = operandOf(node, "return_when");
  const name = until?.kind === "StringLiteral" ? until.value : "ALL_COMPLETED";
  const call = build.call(context.helper("asyncWait"), tasks, duration, build.string(name));
  if (node.type.kind !== "tuple") throw new Untranslatable("task-wait", "What this `asyncio.wait` gives is not known.");
  const names = ["done", "pending"].map((hint) => context.fresh(hint));
  if (context.fails(node)) {
    const parts = context.failingResults(call, ["done", "pending"]);
    return pair(parts, node.type, context);
  }
  context.emit(build.define([...names, "_"], call));
  return pair(
    names.map((part) => build.ident(part)),
    node.type,
    context,
  );
}

function pair(parts: readonly go.Expr[], type: Extract<Type, { kind: "tuple" }>, context: GoLowerContext): go.Expr {
  return tupleLiteral(
    type,
    parts,
    (part) => context.type(part),
    (name) => context.helper(name),
  );
}
