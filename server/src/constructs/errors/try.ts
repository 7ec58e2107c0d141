import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { decorationOf } from "../../lowering/decoration.ts";
import { tryToGo } from "../../lowering/go/try.ts";
import { handlerTypes } from "../../lowering/lift/python-exceptions.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import { tryToPython } from "../../lowering/python/errors.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "try",
  title: "try and except / testing an error",
  summary: "`try: x = f()` with `except` becomes `x, err := f()` and `if err != nil { … }`; `finally` becomes `defer`.",
  explanation:
    "A `try` covers everything that happens in its body, however deep; Go tests each call where it stands. With one call that can fail the two look alike. " +
    "Where several can, the body becomes a function literal that returns the first error, which is tested once. `except SomeError` asks for the class of the exception: " +
    "`errors.As` looks for a type in the chain of errors, `errors.Is` for a value. A deferred function runs however the function around it ends, as `finally` does.",
  references: [
    { title: "Go: Defer statements", url: "https://go.dev/ref/spec#Defer_statements" },
    { title: "Go blog: Working with Errors in Go 1.13", url: "https://go.dev/blog/go1.13-errors" },
    {
      title: "Python: The try statement",
      url: "https://docs.python.org/3/reference/compound_stmts.html#the-try-statement",
    },
  ],
  python: { Try: liftTry, TryStar: liftTry },
  parts: { python: ["ExceptHandler"] },
  lower: {
    go: { Try: (node, context): readonly goTree.Stmt[] => tryToGo(node, context) },
    python: { Try: (node, context): pyTree.Statement => tryToPython(node, context) },
  },
  caveats: [
    {
      code: "implicit-exception",
      severity: "mark",
      message:
        "An operation in the body raises an exception that the handler would catch; in Go it panics. Test for the case before it.",
    },
  ],
  snippets: [
    {
      language: "python",
      prefix: "tryelse",
      terms: ["if err == nil", "err check"],
      description: "Go on only where nothing was raised",
      body: [
        "try:",
        "    ${1:value} = ${2:work}()",
        "except ${3:ValueError} as error:",
        "    ${4:print}(error)",
        "else:",
        "    $0",
      ],
    },
    {
      language: "go",
      prefix: "try",
      terms: ["try", "except", "catch"],
      description: "Test an error",
      body: ["${1:value}, err := ${2:call}", "if err != nil {", "\t${0:return err}", "}"],
    },
    {
      language: "python",
      prefix: "iferr",
      terms: ["if err != nil", "errors.Is", "errors.As"],
      description: "Handle an exception",
      body: ["try:", "    ${1:value} = ${2:call}", "except ${3:ValueError} as ${4:e}:", "    ${0:raise}"],
    },
  ],
  examples: [
    {
      title: "Falling back",
      python: `def port(text: str) -> int:
    if text == "":
        raise ValueError("no port")
    return len(text)


def port_or(text: str, fallback: int) -> int:
    try:
        number = port(text)
    except ValueError:
        return fallback
    return number


print(port_or("8080", 1), port_or("", 1))
`,
      go: `package main

import (
	"errors"
	"fmt"
)

func port(text string) (int, error) {
	if text == "" {
		return 0, errors.New("no port")
	}
	return len(text), nil
}

func portOr(text string, fallback int) int {
	number, err := port(text)
	if err != nil {
		return fallback
	}
	return number
}

func main() {
	fmt.Println(portOr("8080", 1), portOr("", 1))
}
`,
    },
  ],
});

function liftTry(node: pyTree.Try | pyTree.TryStar, context: PythonLiftContext): ir.Try {
  const handlers = node.handlers.map((handler): ir.Handler => ({
    types: handlerTypes(handler.type, context),
    ...(handler.name === undefined ? {} : { binding: context.bindingOf(handler) }),
    body: context.statements(handler.body),
    origin: context.origin(handler),
    ...decorationOf(handler),
  }));
  return {
    sort: "statement",
    kind: "Try",
    body: context.statements(node.body),
    handlers,
    orElse: context.statements(node.orelse),
    finally: context.statements(node.finalbody),
    group: node.kind === "TryStar",
    ...(node.elseClause ? { elseDecoration: decorationOf(node.elseClause) } : {}),
    ...(node.finallyClause ? { finallyDecoration: decorationOf(node.finallyClause) } : {}),
  };
}
