import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "deferred-close",
  title: "Closing when done",
  summary: "`defer f.Close()` right after opening is a `with` block in Python.",
  explanation:
    "Both languages put the end next to the beginning. `defer` runs when the function returns, in the reverse order of the calls, and its error is lost unless it is looked at; `with` ends at the end of " +
    "its block, so files of a loop are closed one by one, where deferred calls pile up until the function ends.",
  references: [
    { title: "Effective Go: Defer", url: "https://go.dev/doc/effective_go#defer" },
    {
      title: "Python: The with statement",
      url: "https://docs.python.org/3/reference/compound_stmts.html#the-with-statement",
    },
  ],
  recognises: { Defer: closes },
  snippets: [
    {
      language: "go",
      prefix: "withclose",
      terms: ["with open", "context manager", "closing"],
      description: "Open something and close it at the end of the function",
      body: [
        "${1:file}, err := os.Open(${2:path})",
        "if err != nil {",
        "\treturn ${3:err}",
        "}",
        "defer ${1:file}.Close()",
        "$0",
      ],
    },
    {
      language: "python",
      prefix: "withopen",
      terms: ["defer Close", "os.Open", "os.ReadFile"],
      description: "Open a file for the length of a block",
      body: ['with open(${1:path}, encoding="utf-8") as ${2:file}:', "    $0"],
    },
  ],
  examples: [
    {
      title: "A connection",
      python: `class Connection:
    def close(self) -> None:
        print("closed")


def ask() -> None:
    connection = Connection()
    try:
        print("asked")
    finally:
        connection.close()


ask()
`,
      go: `package main

import "fmt"

type Connection struct{}

func (c *Connection) Close() {
	fmt.Println("closed")
}

func ask() {
	connection := &Connection{}
	defer connection.Close()
	fmt.Println("asked")
}

func main() {
	ask()
}
`,
    },
  ],
});

function closes({ call }: ir.Defer): IdiomMatch<ir.Statement> | undefined {
  const name =
    call.kind === "MethodCall"
      ? call.method
      : call.kind === "UnknownCall"
        ? call.path
        : call.kind === "Call" && call.callee.kind === "Field"
          ? call.callee.name
          : "";
  return name === "Close" ? {} : undefined;
}
