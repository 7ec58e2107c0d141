import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "semaphore-channel",
  title: "Semaphore by channel",
  summary: "A buffered channel of empty structs lets so many in at once; in Python that is an `asyncio.Semaphore`.",
  explanation:
    "A send on a full channel waits, so a channel with room for n values is a semaphore: send to enter, receive to leave. Python has the type itself, with `async with` for entering and leaving; threads " +
    "have `threading.Semaphore`. Where the work is a list of independent calls, `errgroup.SetLimit` in Go and a `TaskGroup` with a semaphore in Python say it more directly.",
  references: [
    { title: "Effective Go: Channels", url: "https://go.dev/doc/effective_go#channels" },
    {
      title: "Python: asyncio.Semaphore",
      url: "https://docs.python.org/3/library/asyncio-sync.html#asyncio.Semaphore",
    },
  ],
  recognises: { Send: enter },
  snippets: [
    {
      language: "go",
      prefix: "semaphore",
      terms: ["asyncio.Semaphore", "threading.Semaphore", "limit"],
      description: "Let at most so many in at once",
      body: [
        "slots := make(chan struct{}, ${1:limit})",
        "for _, ${2:item} := range ${3:items} {",
        "\tslots <- struct{}{}",
        "\tgo func() {",
        "\t\tdefer func() { <-slots }()",
        "\t\t${4:work}(${2:item})",
        "\t}()",
        "}",
      ],
    },
    {
      language: "python",
      prefix: "semaphore",
      terms: ["buffered channel", "semaphore by channel", "errgroup.SetLimit"],
      description: "Let at most so many in at once",
      body: [
        "slots = asyncio.Semaphore(${1:limit})",
        "",
        "",
        "async def ${2:limited}(${3:item}: ${4:T}) -> None:",
        "    async with slots:",
        "        await ${5:work}(${3:item})",
      ],
    },
  ],
  examples: [
    {
      title: "Two at a time",
      python: `import asyncio


async def main() -> None:
    slots = asyncio.Semaphore(2)
    done: list[int] = []

    async def work(n: int) -> None:
        async with slots:
            await asyncio.sleep(0)
            done.append(n)

    await asyncio.gather(*(work(n) for n in range(4)))
    print(sum(done))


asyncio.run(main())
`,
      go: `package main

import (
	"fmt"
	"sync"
)

func main() {
	slots := make(chan struct{}, 2)
	results := make(chan int, 4)
	var wg sync.WaitGroup
	for n := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			slots <- struct{}{}
			results <- n
			<-slots
		}()
	}
	wg.Wait()
	close(results)
	total := 0
	for n := range results {
		total += n
	}
	fmt.Println(total)
}
`,
      from: ["go"],
    },
  ],
});

/** A value of no size is sent only to take a place. */
function enter(node: ir.Send): IdiomMatch<ir.Statement> | undefined {
  const { type } = node.channel;
  const isEmpty = type.kind === "channel" && type.element.kind === "struct" && type.element.fields.length === 0;
  return isEmpty && node.value.kind === "ZeroValue" ? {} : undefined;
}
