import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type * as go from "../../go/tree.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { liftGoFormat, liftGoSprint } from "../../lowering/lift/go-format.ts";
import type { GoLiftContext } from "../../lowering/lift-context.ts";
import { noneType, stringType } from "../../types/build.ts";

/** `log.Printf(…)` as `log.Print` of the text that it makes. */
function lift(node: go.CallExpr, context: GoLiftContext): ir.Expression | undefined {
  const target = context.analysis.callOf(node);
  if (target?.kind !== "function" || target.packagePath !== "log" || node.fun.kind !== "SelectorExpr") return undefined;
  const [, name, form] = /^(Print|Fatal)(f|ln|)$/.exec(target.name ?? "") ?? [];
  if (name === undefined || node.ellipsis || (form !== "f" && node.args.length === 1)) return undefined;
  const [format, ...rest] = node.args;
  if (!format) return undefined;
  const message = form === "f" ? liftGoFormat(format, rest, false, context) : joined(node.args, form === "ln", context);
  const plain: go.CallExpr = {
    ...node,
    fun: { ...node.fun, sel: { ...node.fun.sel, name } },
    args: [context.placeholder(stringType, message)],
  };
  return context.library(plain, noneType);
}

/** The values as one text; `Println` puts a blank between all of them. */
function joined(args: readonly go.Expr[], isLine: boolean, context: GoLiftContext): ir.Expression {
  if (!isLine) return liftGoSprint(args, context);
  const parts = args.flatMap((arg, at): readonly (string | ir.FormatPart)[] => [
    ...(at > 0 ? [" "] : []),
    { value: context.expression(arg), style: "goValue", verb: "%v" },
  ]);
  return expression("Format", stringType, { parts });
}

export default defineConstruct({
  id: "log-message",
  title: "log.Printf and its like",
  summary: "`log.Printf` writes a line with date and time to the standard error; `log.Fatalf` also ends the program.",
  explanation:
    "Go's `log` has no levels: each line begins with date and time and goes to the standard error. `log.Fatalf` ends the program with status 1 and runs no deferred function, " +
    "where Python's `sys.exit` raises `SystemExit`, which handlers of `finally` and `with` see. Programs that want levels use `log/slog` in Go and `logging` in Python.",
  references: [
    { title: "Go: package log", url: "https://pkg.go.dev/log" },
    { title: "Python: sys.exit", url: "https://docs.python.org/3/library/sys.html#sys.exit" },
  ],
  refines: { go: { CallExpr: lift } },
  snippets: [
    {
      language: "python",
      prefix: "fatalf",
      terms: ["log.Fatalf", "log.Fatal"],
      description: "End the program with a message",
      body: ['sys.exit(f"${1:message}: {${2:error}}")'],
    },
    {
      language: "go",
      prefix: "sysexit",
      terms: ["sys.exit", "SystemExit"],
      description: "End the program with a message",
      body: ['log.Fatalf("${1:message}: %v", ${2:err})'],
    },
  ],
  examples: [
    {
      title: "A line for whoever runs the program",
      python: `import sys

count = 3
print(f"loaded {count} rows", file=sys.stderr)
if count > 5:
    sys.exit(f"{count} rows are too many")
print(count)
`,
      go: `package main

import (
	"fmt"
	"log"
)

func main() {
	count := 3
	log.Printf("loaded %d rows", count)
	log.Println("of", count, "rows")
	if count > 5 {
		log.Fatalf("%d rows are too many", count)
	}
	fmt.Println(count)
}
`,
      from: ["go"],
    },
  ],
});
