import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { isAsyncLock } from "../../lowering/concurrent-operations.ts";
import * as go from "../../lowering/go/syntax.ts";
import { waited } from "../../lowering/go/tasks.ts";
import { liftAtomicCall, liftAtomicUpdate, liftSynchronization } from "../../lowering/lift/go-concurrency.ts";
import { pythonBody } from "../../lowering/python/bodies.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

const goNames: Readonly<Record<ir.SynchronizeForm, string>> = {
  add: "Add",
  done: "Done",
  wait: "Wait",
  go: "Go",
  lock: "Lock",
  unlock: "Unlock",
  readLock: "RLock",
  readUnlock: "RUnlock",
  once: "Do",
  waitCondition: "Wait",
  signal: "Signal",
  broadcast: "Broadcast",
  acquire: "Acquire",
};
const pythonNames: Readonly<Record<ir.SynchronizeForm, string>> = {
  add: "add",
  done: "done",
  wait: "wait",
  go: "go",
  lock: "acquire",
  unlock: "release",
  readLock: "acquire",
  readUnlock: "release",
  once: "do",
  waitCondition: "wait",
  signal: "notify",
  broadcast: "notify_all",
  acquire: "acquire",
};
/** Of locks that tasks wait for. */
const awaitedNames: Partial<Readonly<Record<ir.SynchronizeForm, string>>> = {
  readLock: "acquire_read",
  readUnlock: "release_read",
};

export default defineConstruct({
  id: "synchronization",
  title: "sync.Mutex, sync.Cond, sync.WaitGroup, sync.Once / locks and counters",
  summary:
    "A `sync.Mutex` becomes a `threading.Lock`, or an `asyncio.Lock` where one is held while others run; a `sync.WaitGroup` becomes a counter that can be awaited.",
  explanation:
    "Goroutines run at the same time, so data that they share needs a mutex even for `n++`. Tasks of an event loop switch only at `await`: a section without " +
    "one is never interrupted, and a plain lock in it is always free; it is kept, since threads would need it. A section that awaits takes an " +
    "`asyncio.Lock`, whose `acquire` is awaited, and a condition variable always does. `lock` and a deferred `unlock` are one `with`. `WaitGroup` has no counterpart in asyncio, where `gather` and `TaskGroup` start tasks and " +
    "wait for them in one place. Python's locks are not reentrant either, but for `RLock`; there is none for many readers.",
  references: [
    { title: "Go: package sync", url: "https://pkg.go.dev/sync" },
    { title: "Python: Lock objects", url: "https://docs.python.org/3/library/threading.html#lock-objects" },
    {
      title: "Python: Synchronization primitives of asyncio",
      url: "https://docs.python.org/3/library/asyncio-sync.html",
    },
  ],
  refines: {
    go: {
      CallExpr: (node, context) => liftSynchronization(node, context) ?? liftAtomicCall(node, context),
      ExprStmt: liftAtomicUpdate,
    },
  },
  lower: {
    go: {
      Synchronize: (node, context) => {
        const [object, ...operands] = context.expressions([node.object, ...node.operands]);
        if (!isAsyncLock(node.object)) {
          const lock = isCondition(node.object) ? go.selector(object!, "L") : object!;
          return go.call(go.selector(lock, goNames[node.form]), ...operands);
        }
        return node.form === "lock"
          ? waited(go.call(go.selector(object!, "acquire")), node, context)
          : go.call(go.selector(object!, "release"));
      },
      Locked: () => {
        throw new Untranslatable(
          "locked-section",
          "A section that holds a lock is not translated; Go programs call `mu.Lock()` and `defer mu.Unlock()` in a function of its own.",
        );
      },
    },
    python: {
      Synchronize: (node, context) => {
        const [object, ...operands] = context.expressions([node.object, ...node.operands]);
        const awaited = context.facts.locksWait ? awaitedNames[node.form] : undefined;
        return py.methodCall(object!, awaited ?? pythonNames[node.form], operands);
      },
      Locked: (node, context) => {
        const lock = context.expression(node.lock);
        const held = node.isAsync && node.reads ? py.methodCall(lock, "reading", []) : lock;
        const statement = py.withStatement([py.withItem(held)], pythonBody(node.body, context));
        return node.isAsync ? { ...statement, kind: "AsyncWith" } : statement;
      },
    },
  },
  snippets: [
    {
      language: "go",
      prefix: "withlock",
      terms: ["with lock", "threading.Lock", "asyncio.Lock"],
      description: "Hold a mutex until the function ends",
      body: ["${1:mu}.Lock()", "defer ${1:mu}.Unlock()", "$0"],
    },
    {
      language: "python",
      prefix: "Mutex",
      terms: ["sync.Mutex", "Lock", "Unlock"],
      description: "Hold a lock for a block",
      body: ["with ${1:lock}:", "    $0"],
    },
  ],
  examples: [
    {
      title: "A counter that goroutines share",
      python: `import threading


class Counter:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.count = 0

    def add(self, amount: int) -> None:
        with self.lock:
            self.count += amount


counter = Counter()
threads = [threading.Thread(target=counter.add, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter.count)
`,
      go: `package main

import (
	"fmt"
	"sync"
)

type Counter struct {
	mu    sync.Mutex
	count int
}

func (c *Counter) Add(amount int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.count += amount
}

func main() {
	counter := &Counter{}
	var wg sync.WaitGroup
	for number := range 4 {
		wg.Go(func() {
			counter.Add(number)
		})
	}
	wg.Wait()
	fmt.Println(counter.count)
}
`,
      from: ["go"],
    },
  ],
});

/** Python's `threading.Condition`, which is locked by the lock that it has. */
function isCondition(node: ir.Expression): boolean {
  return node.type.kind === "named" && node.type.symbol.module === "threading" && node.type.symbol.name === "Condition";
}
