import { walk } from "../../ir/walk.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "select-timeout",
  title: "Select with a time limit",
  summary: "`select` with `time.After` gives up waiting; in Python that is `asyncio.timeout` or `wait_for`.",
  explanation:
    "A `select` goes on with whichever channel is ready first, so a timer among its cases is a time limit. The goroutine that was waited for goes on running. `asyncio.timeout` (3.11) and `wait_for` " +
    "cancel what they wait for: the coroutine sees `CancelledError` at its next `await`, and the caller a `TimeoutError`. In Go it is a `context` that tells others to stop.",
  references: [
    { title: "Go: time.After", url: "https://pkg.go.dev/time#After" },
    { title: "Python: Timeouts", url: "https://docs.python.org/3/library/asyncio-task.html#timeouts" },
  ],
  recognises: { Select: limited },
  snippets: [
    {
      language: "go",
      prefix: "selecttimeout",
      terms: ["asyncio.timeout", "asyncio.wait_for", "timeout"],
      description: "Wait for a value, but not for ever",
      body: [
        "select {",
        "case ${1:value} := <-${2:results}:",
        "\t$0",
        "case <-time.After(${3:time.Second}):",
        '\treturn errors.New("timed out")',
        "}",
      ],
    },
    {
      language: "python",
      prefix: "asynctimeout",
      terms: ["select with time.After", "context.WithTimeout", "timeout"],
      description: "Wait for something, but not for ever",
      body: [
        "try:",
        "    async with asyncio.timeout(${1:1.0}):",
        "        ${2:value} = await ${3:work}()",
        "except TimeoutError:",
        "    $0",
      ],
    },
  ],
  examples: [
    {
      title: "Too late",
      python: `import asyncio


async def main() -> None:
    results: asyncio.Queue[int] = asyncio.Queue()
    try:
        print(await asyncio.wait_for(results.get(), 0.01))
    except TimeoutError:
        print("timed out")


asyncio.run(main())
`,
      go: `package main

import (
	"fmt"
	"time"
)

func main() {
	results := make(chan int)
	select {
	case value := <-results:
		fmt.Println(value)
	case <-time.After(10 * time.Millisecond):
		fmt.Println("timed out")
	}
}
`,
      from: ["go"],
    },
  ],
});

/** One of the cases receives from a timer. */
function limited(node: ir.Select): IdiomMatch<ir.Statement> | undefined {
  const isTimer = ({ communication }: ir.SelectCase): boolean => {
    let found = false;
    if (communication !== undefined) walk(communication, (inner) => void (found ||= inner.kind === "Timer"));
    return found;
  };
  return node.cases.some(isTimer) ? {} : undefined;
}
