import { defineLibrary, toPython } from "../../lowering/library/row.ts";

const c = { c: "context.Context" };

export default defineLibrary({
  id: "context",
  title: "Cancellation: asyncio.timeout, Task.cancel / package context",
  rows: [
    toPython("@Context()", "context.Background()"),
    toPython("@Context()", "context.TODO()"),
    toPython("@Context($c, $k, $v)", "context.WithValue($c, $k, $v)", c),
    toPython("@with_cancel($c)", "context.WithCancel($c)", c),
    toPython("@with_cancel($c)", "context.WithCancelCause($c)", c),
    toPython("@with_deadline($c, $t)", "context.WithDeadline($c, $t)", { ...c, t: "time.Time" }),
    toPython("@with_deadline($c, datetime.datetime.now().astimezone() + $d)", "context.WithTimeout($c, $d)", {
      ...c,
      d: "time.Duration",
    }),
    toPython("@after_done($c, $f)", "context.AfterFunc($c, $f)", c, [], { starts: ["f"] }),
    toPython("($c.err() and $c.cause)", "context.Cause($c)", c),
    toPython("$c.done", "$c.Done()", c),
    toPython("$c.err()", "$c.Err()", c),
    toPython("$c.value($k)", "$c.Value($k)", c),
    toPython("($c.deadline, $c.deadline is not None)", "$c.Deadline()", c),
    toPython("@canceled", "context.Canceled"),
    toPython("@deadline_exceeded", "context.DeadlineExceeded"),
  ],
  types: [{ python: "helper.Context", go: "context.Context", only: "go-to-python" }],
  programs: [
    {
      title: "Work that is told to stop",
      python: `import asyncio


async def count(limit: int) -> int:
    for step in range(limit):
        await asyncio.sleep(0.001)
    return limit


async def main() -> None:
    try:
        async with asyncio.timeout(0.5):
            print(await count(3))
            print(await count(1000))
    except TimeoutError:
        print("context deadline exceeded")


asyncio.run(main())
`,
      go: `package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func count(ctx context.Context, limit int) (int, error) {
	for range limit {
		select {
		case <-time.After(time.Millisecond):
		case <-ctx.Done():
			return 0, ctx.Err()
		}
	}
	return limit, nil
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 500*time.Millisecond)
	defer cancel()
	number, err := count(ctx, 3)
	if err != nil {
		panic(err)
	}
	fmt.Println(number)
	if _, err := count(ctx, 1000); errors.Is(err, context.DeadlineExceeded) {
		fmt.Println(err)
	}
}
`,
      from: ["go"],
    },
  ],
});
