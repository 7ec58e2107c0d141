import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "guarded-section",
  title: "Guarded by a mutex",
  summary: "`mu.Lock()` with `defer mu.Unlock()` is `with lock:` in Python.",
  explanation:
    "A mutex keeps goroutines from changing the same data at once; `defer` gives it back however the function ends. A Python lock is a context manager, so `with` says where it is held. Threads in " +
    "CPython take turns under the global interpreter lock, which makes single steps safe and `n += 1` not; code on one event loop needs a lock only around an `await`.",
  references: [
    { title: "Go: sync.Mutex", url: "https://pkg.go.dev/sync#Mutex" },
    { title: "Python: Lock objects", url: "https://docs.python.org/3/library/threading.html#lock-objects" },
  ],
  recognises: { Locked: guarded },
  snippets: [
    {
      language: "go",
      prefix: "guarded",
      terms: ["with lock", "threading.Lock", "mutex"],
      description: "A method that holds a mutex",
      body: ["${1:s}.mu.Lock()", "defer ${1:s}.mu.Unlock()", "$0"],
    },
  ],
  examples: [
    {
      title: "A counter",
      python: `from threading import Lock


class Counter:
    def __init__(self) -> None:
        self.lock = Lock()
        self.count = 0

    def add(self, n: int) -> int:
        with self.lock:
            self.count += n
            return self.count


counter = Counter()
counter.add(2)
print(counter.add(3))
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

func (c *Counter) Add(n int) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.count += n
	return c.count
}

func main() {
	counter := &Counter{}
	counter.Add(2)
	fmt.Println(counter.Add(3))
}
`,
    },
  ],
});

function guarded(_node: ir.Locked): IdiomMatch<ir.Statement> {
  return {};
}
