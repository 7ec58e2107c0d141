import { walk } from "../../ir/walk.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "retry-loop",
  title: "Trying again",
  summary: "A loop that ends at the first success, and waits between the attempts.",
  explanation:
    "Both languages count attempts in a loop, leave it on success, wait a growing time and give the last error on. In Python success leaves by `return` or `break` inside `try`; in Go the error is tested and " +
    "kept in a variable. Waiting must be `asyncio.sleep` on an event loop, where `time.sleep` would stop everybody; in Go a `select` on the timer and on `ctx.Done()` lets callers cancel.",
  references: [
    { title: "Go: time.Sleep", url: "https://pkg.go.dev/time#Sleep" },
    { title: "Python: asyncio.sleep", url: "https://docs.python.org/3/library/asyncio-task.html#asyncio.sleep" },
  ],
  recognises: { ForEach: retries, Loop: retries },
  snippets: [
    {
      language: "go",
      prefix: "retry",
      terms: ["retry", "try again", "tenacity"],
      description: "Try again, with a growing wait",
      body: [
        "var err error",
        "for attempt := range ${1:3} {",
        "\tif err = ${2:work}(); err == nil {",
        "\t\treturn nil",
        "\t}",
        "\ttime.Sleep(time.Duration(1<<attempt) * ${3:100} * time.Millisecond)",
        "}",
        'return fmt.Errorf("after ${1:3} attempts: %w", err)',
      ],
    },
    {
      language: "python",
      prefix: "retry",
      terms: ["retry", "backoff", "try again"],
      description: "Try again, with a growing wait",
      body: [
        "for attempt in range(${1:3}):",
        "    try:",
        "        return ${2:work}()",
        "    except ${3:OSError}:",
        "        if attempt == ${1:3} - 1:",
        "            raise",
        "        time.sleep(0.1 * 2**attempt)",
      ],
    },
  ],
  examples: [
    {
      title: "The third attempt",
      python: `import time

calls = 0


def work() -> str:
    global calls
    calls += 1
    if calls < 3:
        raise OSError("not yet")
    return "done"


def patiently() -> str:
    for attempt in range(5):
        try:
            return work()
        except OSError as error:
            print(attempt, error)
            time.sleep(0.001)
    return "gave up"


print(patiently())
`,
      go: `package main

import (
	"errors"
	"fmt"
	"time"
)

var calls int

func work() (string, error) {
	calls++
	if calls < 3 {
		return "", errors.New("not yet")
	}
	return "done", nil
}

func patiently() string {
	for attempt := range 5 {
		result, err := work()
		if err == nil {
			return result
		}
		fmt.Println(attempt, err)
		time.Sleep(time.Millisecond)
	}
	return "gave up"
}

func main() {
	fmt.Println(patiently())
}
`,
    },
  ],
});

/** Attempts are counted, one that succeeds ends them, and there is a wait. */
function retries(node: ir.ForEach | ir.Loop): IdiomMatch<ir.Statement> | undefined {
  if (node.kind === "ForEach" && node.iterable.kind !== "Range") return undefined;
  let waits = false;
  let tests = false;
  for (const statement of node.body) {
    walk(statement, (inner) => {
      waits ||=
        inner.kind === "Sleep" ||
        inner.kind === "Timer" ||
        (inner.kind === "LibraryCall" && /\bsleep\b/i.test(inner.row));
      tests ||= inner.kind === "Try" || (inner.kind === "If" && inner.test.kind === "IsNone");
    });
  }
  return waits && tests ? {} : undefined;
}
