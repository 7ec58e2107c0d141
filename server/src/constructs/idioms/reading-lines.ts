import type * as ir from "../../ir/node.ts";
import { assign, expression, text, variable } from "../../ir/build.ts";
import { mapChildren, walk } from "../../ir/walk.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomContext, IdiomMatch } from "../../lowering/idiom.ts";
import type { Binding } from "../../types/binding.ts";
import { iteratorOf, stringType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";

export default defineConstruct({
  id: "reading-lines",
  title: "Reading a file line by line",
  summary: "A `bufio.Scanner` in a loop is a `for` loop over the file in Python.",
  explanation:
    "Go asks a scanner for one line after the other and has to ask it at the end whether reading failed; a line longer than 64 KB is such a failure. A Python file gives its lines to a `for` loop, each with " +
    "its line break, of whatever length, and raises where reading fails.",
  references: [
    { title: "Go: bufio.Scanner", url: "https://pkg.go.dev/bufio#Scanner" },
    {
      title: "Python: Methods of file objects",
      url: "https://docs.python.org/3/tutorial/inputoutput.html#methods-of-file-objects",
    },
  ],
  recognises: { Assign: scanned },
  snippets: [
    {
      language: "python",
      prefix: "forlines",
      terms: ["bufio.NewScanner", "scanner.Scan", "scanner.Text"],
      description: "Go through the lines of a file",
      body: ["for ${1:line} in ${2:file}:", '    ${1:line} = ${1:line}.rstrip("\\n")', "    $0"],
    },
  ],
  examples: [
    {
      title: "Counting the lines that say something",
      python: `import os
import tempfile


def count(path: str) -> int:
    found = 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.strip()
            if line == "" or line.startswith("#"):
                continue
            found += 1
    return found


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "settings")
    with open(path, "w", encoding="utf-8") as file:
        file.write("# settings\\nlimit = 3\\n\\nname = x\\n")
    print(count(path))
`,
      go: `package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func count(path string) (int, error) {
	file, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	found := 0
	scanner := bufio.NewScanner(file)
	for scanner.Scan() {
		line := strings.TrimSpace(scanner.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		found++
	}
	return found, scanner.Err()
}

func main() {
	folder, err := os.MkdirTemp("", "lines")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "settings")
	if err := os.WriteFile(path, []byte("# settings\\nlimit = 3\\n\\nname = x\\n"), 0o600); err != nil {
		fmt.Println(err)
		return
	}
	found, err := count(path)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found)
}
`,
    },
  ],
});

/** Calls of Go's library that give the same whether the line that they get ends with a line break or not. */
const stripping: ReadonlySet<string> = new Set(["strings.TrimSpace($s)", "strings.Fields($s)"]);

/** `scanner := bufio.NewScanner(file)` and a loop over its lines, after which nobody asks for it. */
function scanned(node: ir.Assign, context: IdiomContext): IdiomMatch<ir.Statement> | undefined {
  const [target] = node.targets;
  const { value } = node;
  if (context.target !== "python" || node.targets.length !== 1 || target?.kind !== "Variable") return undefined;
  if (value.kind !== "LibraryCall" || context.goSide(value.row) !== "bufio.NewScanner($r)") return undefined;
  const scanner = target.binding;
  const reader = value.captures["r"]!;
  if (scanner.captured || !node.declares.includes(scanner) || !isFile(reader.type)) return undefined;
  const at = context.following.findIndex(
    (statement) => mentions(statement, scanner) && !sizes(statement, scanner, context),
  );
  const loop = context.following[at];
  if (loop?.kind !== "While" || !isCall(loop.test, "$s.Scan()", scanner, context)) return undefined;
  if (context.following.slice(at + 1).some((statement) => mentions(statement, scanner))) return undefined;
  const lines = linesOf(loop, reader, scanner, context);
  if (lines === undefined) return undefined;
  const before = context.following.slice(0, at).filter((statement) => !sizes(statement, scanner, context));
  const [first, ...others] = before;
  const { leading, blankBefore } = node;
  const decoration = { ...(leading ? { leading } : {}), ...(blankBefore ? { blankBefore } : {}) };
  const neverFails = asksForFailure(context.following[at + 1]) ? 1 : 0;
  return {
    taken: at + 1 + neverFails,
    nodes: first ? [{ ...first, ...decoration }, ...others, lines] : [{ ...lines, ...decoration }],
  };
}

/** The loop over the lines; undefined where the body does more with the scanner than to ask for the text of the line. */
function linesOf(
  loop: ir.While,
  reader: ir.Expression,
  scanner: Binding,
  context: IdiomContext,
): ir.ForEach | undefined {
  const asked = { texts: 0, unstripped: 0, mentions: 0 };
  const look = (node: ir.Node): void =>
    walk(node, (inner) => {
      if (inner.kind === "Variable" && inner.binding === scanner) asked.mentions++;
      if (isCall(inner, "$s.Text()", scanner, context)) {
        asked.texts++;
        asked.unstripped++;
      }
      if (inner.kind === "LibraryCall" && stripping.has(context.goSide(inner.row)))
        if (isCall(inner.captures["s"]!, "$s.Text()", scanner, context)) asked.unstripped--;
    });
  loop.body.forEach(look);
  if (asked.mentions !== asked.texts || loop.orElse.length > 0) return undefined;
  const own = asked.texts === 1 ? ownVariable(loop.body, scanner, context) : undefined;
  const line = own?.binding ?? context.temporary("line", stringType);
  const put = <N extends ir.Node>(node: N): N =>
    isCall(node, "$s.Text()", scanner, context)
      ? ({ ...variable(line), origin: node.origin } as ir.Node as N)
      : (mapChildren<ir.Node>(node, put) as N);
  const bare = assign(variable(line), withoutBreak(variable(line), context));
  const body = loop.body.flatMap((statement): readonly ir.Statement[] => {
    if (statement !== own?.statement) return [put(statement)];
    return own.isPlain ? [] : [{ ...put(own.statement), declares: [] }];
  });
  return {
    sort: "statement",
    kind: "ForEach",
    target: variable(line),
    iterable: { ...reader, type: iteratorOf(stringType) },
    body: asked.unstripped > 0 ? [bare, ...body] : body,
    orElse: [],
    declares: [line],
    isAsync: false,
    ...(loop.label === undefined ? {} : { label: loop.label }),
    ...(loop.leading ? { leading: loop.leading } : {}),
    ...(loop.origin ? { origin: loop.origin } : {}),
  };
}

interface OwnVariable {
  readonly binding: Binding;
  readonly statement: ir.Assign;
  /** It holds the text as it is: `line := scanner.Text()`. */
  readonly isPlain: boolean;
}

/** The variable that the body keeps the line in: its text as it is, or what the first statement makes of it, such as `strings.TrimSpace(scanner.Text())`. */
function ownVariable(body: readonly ir.Statement[], scanner: Binding, context: IdiomContext): OwnVariable | undefined {
  const isText = (node: ir.Node): boolean => isCall(node, "$s.Text()", scanner, context);
  for (const [position, statement] of body.entries()) {
    if (statement.kind !== "Assign" || statement.targets.length !== 1) continue;
    const target = statement.targets[0]!;
    if (target.kind !== "Variable" || target.binding.type.kind !== "string" || target.binding.captured) continue;
    if (!statement.declares.includes(target.binding)) continue;
    const isPlain = isText(statement.value);
    let isAsked = isPlain;
    if (position === 0) walk(statement.value, (inner) => void (isAsked ||= isText(inner)));
    if (isAsked) return { binding: target.binding, statement, isPlain };
  }
  return undefined;
}

function withoutBreak(line: ir.Expression, context: IdiomContext): ir.Expression {
  return expression("LibraryCall", stringType, {
    row: context.rowOf("strings.TrimSuffix($s, $suffix)"),
    captures: { s: line, suffix: text("\n") },
    variables: {},
  });
}

/** `scanner.Buffer(…)` and `scanner.Split(bufio.ScanLines)`, which say nothing in Python. */
function sizes(statement: ir.Statement, scanner: Binding, context: IdiomContext): boolean {
  if (statement.kind !== "ExpressionStatement") return false;
  const { expression: call } = statement;
  return (
    isCall(call, "$s.Buffer($b, $n)", scanner, context) || isCall(call, "$s.Split(bufio.ScanLines)", scanner, context)
  );
}

/** `if err := scanner.Err(); err != nil { … }`: the call was lifted as nil already. */
function asksForFailure(statement: ir.Statement | undefined): boolean {
  if (statement?.kind === "If") return statement.otherwise.length === 0 && isNeverFailure(statement.test, undefined);
  if (statement?.kind !== "Block") return false;
  const [stored, test, ...others] = statement.body;
  if (stored?.kind !== "Assign" || !isNothing(stored.value) || test?.kind !== "If" || others.length > 0) return false;
  const [target] = stored.targets;
  return (
    target?.kind === "Variable" &&
    stored.declares.includes(target.binding) &&
    test.otherwise.length === 0 &&
    isNeverFailure(test.test, target.binding)
  );
}

function isNeverFailure(test: ir.Expression, error: Binding | undefined): boolean {
  if (test.kind !== "IsNone" || !test.negated) return false;
  return error === undefined
    ? isNothing(test.operand)
    : test.operand.kind === "Variable" && test.operand.binding === error;
}

function isNothing(node: ir.Expression): boolean {
  return node.kind === "NoneLiteral" || (node.kind === "Cast" && isNothing(node.operand));
}

function isCall(node: ir.Node, goSide: string, scanner: Binding, context: IdiomContext): boolean {
  if (node.kind !== "LibraryCall" || context.goSide(node.row) !== goSide) return false;
  const subject = node.captures["s"];
  return subject?.kind === "Variable" && subject.binding === scanner;
}

function mentions(node: ir.Node, binding: Binding): boolean {
  let found = false;
  walk(node, (inner) => void (found ||= inner.kind === "Variable" && inner.binding === binding));
  return found;
}

/** Whether the reader is a file, whose lines Python gives with `\n` at their ends whatever they end with. */
function isFile(type: Type): boolean {
  if (type.kind === "pointer") return isFile(type.target);
  return type.kind === "named" && type.symbol.module === "os" && type.symbol.name === "File";
}
