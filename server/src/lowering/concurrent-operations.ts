import type * as ir from "../ir/node.ts";
import type { Callee } from "./raises.ts";

/*
 * What Python's tasks, threads, queues and locks can do, as far as it is translated. All tasks of a program are one callee where exceptions are solved:
 * who awaits a task cannot be followed to who started it.
 */

/** One function, class or method. */
export interface ConcurrentOperation {
  readonly parameters: readonly string[];
  /** A task that does this lets others run, and may be cancelled there. */
  readonly waits?: boolean;
  readonly raises?: readonly string[];
  /** It raises what the tasks of the program raise. */
  readonly raisesOfTasks?: boolean;
  /** It may cancel a task. */
  readonly cancels?: boolean;
  /** The function that it runs elsewhere, as a call with the arguments that it gets. */
  readonly calls?: string;
  /** Its first parameter is a coroutine, or several, which it starts. */
  readonly starts?: boolean;
}

const lock: Readonly<Record<string, ConcurrentOperation>> = {
  acquire: { parameters: [], waits: true },
  release: { parameters: [] },
  locked: { parameters: [] },
};
const queue = (waits: boolean, prefix: string): Readonly<Record<string, ConcurrentOperation>> => ({
  "": { parameters: ["maxsize"] },
  get: { parameters: [], waits },
  put: { parameters: ["item"], waits },
  get_nowait: { parameters: [], raises: [`${prefix}Empty`] },
  put_nowait: { parameters: ["item"], raises: [`${prefix}Full`] },
  qsize: { parameters: [] },
  empty: { parameters: [] },
  full: { parameters: [] },
  task_done: { parameters: [] },
  join: { parameters: [], waits },
});

const classes: Readonly<Record<string, Readonly<Record<string, ConcurrentOperation>>>> = {
  "asyncio.Queue": queue(true, "Queue"),
  "asyncio.LifoQueue": { "": { parameters: ["maxsize"] } },
  "asyncio.PriorityQueue": { "": { parameters: ["maxsize"] } },
  "asyncio.Lock": { "": { parameters: [] }, ...lock },
  "asyncio.Semaphore": { "": { parameters: ["value"] }, ...lock },
  "asyncio.BoundedSemaphore": { "": { parameters: ["value"] }, ...lock },
  "asyncio.Event": {
    "": { parameters: [] },
    wait: { parameters: [], waits: true },
    set: { parameters: [] },
    clear: { parameters: [] },
    is_set: { parameters: [] },
  },
  "asyncio.Condition": {
    "": { parameters: ["lock"] },
    ...lock,
    wait: { parameters: [], waits: true },
    wait_for: { parameters: ["predicate"], waits: true },
    notify: { parameters: ["n"] },
    notify_all: { parameters: [] },
  },
  "asyncio.Task": {
    cancel: { parameters: [], cancels: true },
    cancelled: { parameters: [] },
    done: { parameters: [] },
    result: { parameters: [], raisesOfTasks: true },
    exception: { parameters: [] },
  },
  "asyncio.TaskGroup": { "": { parameters: [] }, create_task: { parameters: ["coro"], starts: true } },
};

const threadClasses: Readonly<Record<string, Readonly<Record<string, ConcurrentOperation>>>> = {
  "threading.Thread": {
    "": { parameters: ["target", "args", "name", "daemon"], calls: "target" },
    start: { parameters: [] },
    join: { parameters: [] },
    is_alive: { parameters: [] },
  },
  "threading.Timer": {
    "": { parameters: ["function", "interval"], calls: "function" },
    start: { parameters: [] },
    cancel: { parameters: [] },
    join: { parameters: [] },
    is_alive: { parameters: [] },
  },
  "threading.Barrier": { "": { parameters: ["parties"] }, wait: { parameters: [] } },
  "threading.Lock": {
    "": { parameters: [] },
    acquire: { parameters: ["blocking"] },
    release: { parameters: [] },
    locked: { parameters: [] },
  },
  "threading.Semaphore": { "": { parameters: ["value"] }, acquire: { parameters: [] }, release: { parameters: [] } },
  "threading.BoundedSemaphore": {
    "": { parameters: ["value"] },
    acquire: { parameters: [] },
    release: { parameters: [] },
  },
  "threading.Event": {
    "": { parameters: [] },
    wait: { parameters: ["timeout"] },
    set: { parameters: [] },
    clear: { parameters: [] },
    is_set: { parameters: [] },
  },
  "threading.Condition": {
    "": { parameters: ["lock"] },
    acquire: { parameters: [] },
    release: { parameters: [] },
    wait: { parameters: [] },
    wait_for: { parameters: ["predicate"] },
    notify: { parameters: [] },
    notify_all: { parameters: [] },
  },
  "queue.Queue": {
    ...queue(false, ""),
    get_within: { parameters: ["timeout", "block"], raises: ["Empty"] },
    put_within: { parameters: ["item", "timeout", "block"], raises: ["Full"] },
  },
  "queue.LifoQueue": { "": { parameters: ["maxsize"] } },
  "queue.PriorityQueue": { "": { parameters: ["maxsize"] } },
  "queue.SimpleQueue": queue(false, ""),
  "concurrent.futures.ThreadPoolExecutor": { "": { parameters: ["max_workers", "thread_name_prefix"] } },
  "concurrent.futures.ProcessPoolExecutor": { "": { parameters: ["max_workers"] } },
  "concurrent.futures.Executor": {
    submit: { parameters: ["fn", "args"], calls: "fn" },
    map: { parameters: ["fn", "item", "a"], calls: "fn", raisesOfTasks: true },
    shutdown: { parameters: ["wait"] },
  },
  "concurrent.futures.Future": {
    result: { parameters: [], raisesOfTasks: true },
    exception: { parameters: [] },
    done: { parameters: [] },
  },
};

const functions: Readonly<Record<string, ConcurrentOperation>> = {
  "asyncio.wait_for": {
    parameters: ["awaitable", "timeout"],
    waits: true,
    raises: ["TimeoutError"],
    raisesOfTasks: true,
    cancels: true,
    starts: true,
  },
  "asyncio.timeout": { parameters: ["delay"], cancels: true },
  "asyncio.wait": { parameters: ["tasks", "timeout", "return_when"], waits: true, starts: true },
  "asyncio.as_completed": { parameters: ["tasks"], starts: true },
  "asyncio.shield": { parameters: ["awaitable"], starts: true },
  "asyncio.to_thread": { parameters: ["func", "args"], waits: true, raisesOfTasks: true, calls: "func" },
  "concurrent.futures.as_completed": { parameters: ["futures"] },
};

const operations: ReadonlyMap<string, ConcurrentOperation> = new Map([
  ...Object.entries(functions),
  ...[...Object.entries(classes), ...Object.entries(threadClasses)].flatMap(([path, members]) =>
    Object.entries(members).map(([name, operation]) => [name === "" ? path : `${path}.${name}`, operation] as const),
  ),
]);

/** The operation by its path; undefined for what is not translated. */
export function concurrentOperation(path: string): ConcurrentOperation | undefined {
  return operations.get(path);
}

/** The operand for one parameter; undefined where the source gives none. */
export function operandOf(node: ir.ConcurrentCall, parameter: string): ir.Expression | undefined {
  const position = concurrentOperation(node.operation)?.parameters.indexOf(parameter) ?? -1;
  const at = node.given[position] ?? -1;
  return at < 0 ? undefined : node.operands[at];
}

/** The operation for a method that a class of executors or queues inherits, and for a `get` or `put` that may give up. */
export function canonicalPath(written: string, argumentCount: number): string {
  const path = written.replace(/^(queue|asyncio)\.(?:Lifo|Priority)Queue\./, "$1.Queue.");
  if (path === "queue.Queue.get" && argumentCount > 0) return "queue.Queue.get_within";
  if (path === "queue.Queue.put" && argumentCount > 1) return "queue.Queue.put_within";
  return path.replace(/^concurrent\.futures\.(Thread|Process)PoolExecutor\./, "concurrent.futures.Executor.");
}

/** All tasks of the program, as what a failing `await` of one calls. */
export const allTasks: Callee & { readonly kind: "function" } = { kind: "function", id: "asyncio/block" };

/** Whether the node itself lets other tasks run. */
export function letsOthersRun(node: ir.Node): boolean {
  switch (node.kind) {
    case "Sleep":
      return !node.blocks;
    case "Gather":
      return true;
    case "Await":
      return node.entry !== true && isValue(node.operand);
    case "Synchronize":
      return node.form === "lock" && isAsyncLock(node.object);
    case "ConcurrentCall":
      return concurrentOperation(node.operation)?.waits === true;
    default:
      return false;
  }
}

/** Whether the lock is one of asyncio. */
export function isAsyncLock(node: ir.Expression): boolean {
  return node.type.kind === "named" && node.type.symbol.module === "asyncio";
}

/** An awaitable that was made elsewhere: a task, or a coroutine in a variable. */
export function isValue(node: ir.Expression): boolean {
  return !["Call", "MethodCall", "Sleep", "Gather", "ConcurrentCall", "Receive", "Synchronize", "New"].includes(
    node.kind,
  );
}

/** Whether the node itself gives what tasks of the program have raised. */
export function raisesOfTasks(node: ir.Node): boolean {
  if (node.kind === "Await") return node.entry !== true && isValue(node.operand);
  if (node.kind === "Gather") return !node.returnErrors && node.operands.some(holdsValues);
  return node.kind === "ConcurrentCall" && concurrentOperation(node.operation)?.raisesOfTasks === true;
}

function holdsValues(node: ir.Expression): boolean {
  if (node.kind === "Spread") return holdsValues(node.operand);
  if (node.kind === "Comprehension") return holdsValues(node.element);
  return node.kind === "ListLiteral" ? node.elements.some(holdsValues) : isValue(node);
}
