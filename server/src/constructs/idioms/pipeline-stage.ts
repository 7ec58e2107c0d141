import { walk } from "../../ir/walk.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "pipeline-stage",
  title: "Pipeline stage",
  summary:
    "A function that returns a channel which a goroutine fills is an asynchronous generator, or a plain one, in Python.",
  explanation:
    "A stage of a Go pipeline makes a channel, fills it in a goroutine, closes it and hands it out at once; the next stage ranges over it. Python has the idea in the language: a generator is " +
    "resumed for each value, and `async for` does the same where stages wait. A generator that nobody finishes is closed; a goroutine whose channel nobody reads stays for ever, so Go stages take a context.",
  references: [
    { title: "Go blog: Pipelines and cancellation", url: "https://go.dev/blog/pipelines" },
    { title: "Python: Asynchronous generators", url: "https://peps.python.org/pep-0525/" },
  ],
  recognises: { Function: stage },
  snippets: [
    {
      language: "go",
      prefix: "stage",
      terms: ["async generator", "yield", "pipeline"],
      description: "A stage that fills a channel",
      body: [
        "func ${1:stage}(in <-chan ${2:T}) <-chan ${3:R} {",
        "\tout := make(chan ${3:R})",
        "\tgo func() {",
        "\t\tdefer close(out)",
        "\t\tfor item := range in {",
        "\t\t\tout <- ${4:work}(item)",
        "\t\t}",
        "\t}()",
        "\treturn out",
        "}",
      ],
    },
    {
      language: "python",
      prefix: "stage",
      terms: ["pipeline stage", "channel", "goroutine that fills a channel"],
      description: "A stage as an asynchronous generator",
      body: [
        "async def ${1:stage}(items: AsyncIterator[${2:T}]) -> AsyncIterator[${3:R}]:",
        "    async for item in items:",
        "        yield ${4:work}(item)",
      ],
    },
  ],
  examples: [
    {
      title: "Numbers and their squares",
      python: `from collections.abc import Iterable, Iterator


def numbers(limit: int) -> Iterator[int]:
    for n in range(limit):
        yield n


def squares(values: Iterable[int]) -> Iterator[int]:
    for n in values:
        yield n * n


for square in squares(numbers(4)):
    print(square)
`,
      go: `package main

import "fmt"

func numbers(limit int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for n := range limit {
			out <- n
		}
	}()
	return out
}

func squares(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for n := range in {
			out <- n * n
		}
	}()
	return out
}

func main() {
	for square := range squares(numbers(4)) {
		fmt.Println(square)
	}
}
`,
    },
  ],
});

/** The function makes a channel, starts a goroutine that closes it, and returns it. */
function stage(node: ir.Function): IdiomMatch<ir.Function> | undefined {
  if (node.result.kind !== "channel") return undefined;
  const last = node.body.at(-1);
  if (last?.kind !== "Return" || last.value?.kind !== "Variable") return undefined;
  const channel = last.value.binding;
  let closes = false;
  for (const statement of node.body) {
    if (statement.kind !== "Spawn") continue;
    walk(statement.call, (inner) => {
      if (inner.kind === "CloseChannel" && inner.channel.kind === "Variable")
        closes ||= inner.channel.binding === channel;
    });
  }
  return closes ? {} : undefined;
}
